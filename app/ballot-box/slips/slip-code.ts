import { type Bytes, concat, sha256, utf8 } from '../bytes'
import { isName } from '../token'

/** Letters and digits that are not mistaken for one another; their place is their value. @source Crockford's base32 */
export const slipLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bits of chance in a code: nobody finds one by trying. @source anonymity.md §3, paper path */
export const slipBits = 80

const bitsPerLetter = 5
const drawnLetters = slipBits / bitsPerLetter
/** Letters of a whole code, the two that check it included. */
export const slipCharacters = drawnLetters + 2

/** Makes a code from ten random bytes: sixteen letters of chance and two that check them. */
export function slipCode(chance: Uint8Array): string {
  if (chance.length * 8 !== slipBits) throw new Error('not the chance of one slip')
  const bits = Array.from(chance, byte => byte.toString(2).padStart(8, '0')).join('')
  const values = (bits.match(/.{5}/g) ?? []).map(five => Number.parseInt(five, 2))
  return [...values, ...checksOf(values)].map(value => slipLetters[value]).join('')
}

/** Writes a code as it is printed: `XXXX-XXXX-XXXX-XXXX-XX`. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Returns what somebody meant to type: any case, with or without spaces and dashes, and O, I and L as digits. */
export function plainSlipCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** Reads a code as somebody typed it; nothing when a letter is wrong, missing, too many or in another's place. */
export function readSlipCode(typed: string): string | undefined {
  const code = plainSlipCode(typed)
  const values = Array.from(code, letter => slipLetters.indexOf(letter))
  if (values.length !== slipCharacters || values.includes(-1)) return undefined
  const [first, second] = checksOf(values.slice(0, drawnLetters))
  return values[drawnLetters] === first && values[drawnLetters + 1] === second ? code : undefined
}

/**
 * Returns two checks over GF(32): the sum of the letters, and the sum in which each place weighs another power of x.
 * Together they notice any one or two wrong letters, and therefore every swap.
 *
 * @source Reed and Solomon 1960, doubly extended: any two columns of (1, xⁿ), (1, 0), (0, 1) are independent
 */
function checksOf(values: readonly number[]): [sum: number, weighed: number] {
  let sum = 0
  let weighed = 0
  for (const value of values) {
    sum ^= value
    weighed = timesX(weighed) ^ value
  }
  return [sum, weighed]
}

/** Multiplies by x modulo x⁵ + x² + 1, a primitive polynomial: its first 31 powers all differ. */
function timesX(value: number): number {
  const doubled = value << 1
  return doubled > 31 ? doubled ^ 0b100101 : doubled
}

/**
 * Returns what shows that somebody had the paper, without showing the code. In a round of the works council it stands
 * beside the ballot: from it the other two hashes can be checked, and the code cannot be found. What it still tells:
 * who holds the key sees which ballots came by slip, and who also knows a whole code finds the ballot of that slip.
 */
export function slipProof(round: string, code: string): Promise<Bytes> {
  if (!isName(round) || readSlipCode(code) !== code) throw new Error('not a code in its one spelling')
  return sha256(utf8(`inspraak/slip-proof/v1|${round}|${code}`))
}

/**
 * Returns what the ballot box keeps of a code. The round is part of it, so a code of another round is simply unknown.
 */
export async function slipHash(round: string, code: string): Promise<Bytes> {
  return (await slipMarks(await slipProof(round, code))).hash
}

/**
 * Returns the value that makes a second ballot with the same code recognisable. It is another hash than the one that
 * the box keeps: without the paper, nobody can tell which ballots came by slip, or which slips were used. Only where the
 * works council counts does the box keep the proof that ties them, beside the ballot and as long as the ballot.
 */
export async function slipNullifier(round: string, code: string): Promise<Bytes> {
  return (await slipMarks(await slipProof(round, code))).nullifier
}

/** Returns both marks of a slip from its proof: the hash that was handed in before, and the nullifier of its ballot. */
export async function slipMarks(proof: Uint8Array): Promise<{ hash: Bytes; nullifier: Bytes }> {
  const of = (kind: string) => sha256(concat(utf8(`inspraak/${kind}|`), proof))
  return { hash: await of('slip/v1'), nullifier: await of('slip-nullifier/v1') }
}
