/** Characters that nobody mistakes for one another: the address of a round is typed from a card. @source Crockford, "Base32" */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Names a round for ever: its number, and five characters of chance. Numbers come again where an older backup is restored,
 * and devices still hold tokens, receipts and manifests of the rounds that were forgotten there.
 *
 * @param chance one byte per character
 */
export const roundIdOf = (number: number, chance: Uint8Array): string =>
  `R${number}-${[...chance].map(byte => alphabet[byte % alphabet.length]).join('')}`

/** Bytes of chance in the name of a round. @source our own choice: one in 33 million that a number that comes again has the same name */
export const roundIdBytes = 5
