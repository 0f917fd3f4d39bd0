import type { Tried } from '~/ledger/attacks/rules'
import { countBroken } from '../attack'
import { passphrase, unlocked } from '../stage/council-house'

/** What somebody tries who finds the file and knows the council: near misses and what people often choose. */
const guesses = [
  '',
  'welkom123456',
  'ondernemingsraad',
  passphrase.toUpperCase(),
  `${passphrase} `,
  passphrase.slice(0, -1),
  passphrase.replaceAll(' ', ''),
  passphrase.split(' ').reverse().join(' '),
]

type Fields = { round: string; secret: string; kdf: Record<string, unknown>; cipher: { iv: string } } & Record<
  string,
  unknown
>

/** Everything in the file that can be damaged, or bent so that it opens more easily or passes for another. */
const damages: ((file: Fields, other: Fields) => Partial<Fields>)[] = [
  ({ secret }) => ({ secret: flipped(secret, 0) }),
  ({ secret }) => ({ secret: flipped(secret, secret.length >> 1) }),
  ({ secret }) => ({ secret: flipped(secret, secret.length - 4) }),
  ({ secret }) => ({ secret: secret.slice(0, -8) }),
  (_, { secret }) => ({ secret }),
  ({ cipher }) => ({ cipher: { ...cipher, iv: flipped(cipher.iv, 0) } }),
  ({ kdf }) => ({ kdf: { ...kdf, salt: flipped(String(kdf.salt), 0) } }),
  ({ kdf }) => ({ kdf: { ...kdf, iterations: 1 } }),
  ({ kdf }) => ({ kdf: { ...kdf, iterations: 1e12 } }),
  ({ round }) => ({ round: `${round}9` }),
  (_, { boxKey }) => ({ boxKey }),
  (_, { signingKey }) => ({ signingKey }),
  () => ({ format: 'inspraak-witness-key/v1' }),
]

function flipped(text: string, at: number): string {
  const other = text[at] === 'A' ? 'B' : 'A'
  return text.slice(0, at) + other + text.slice(at + 1)
}

/** Guesses the words of a file that was found, and opens damaged and bent files with the right words. */
export async function openFound(file: string, otherFile: string): Promise<Tried> {
  const [fields, other]: [Fields, Fields] = [JSON.parse(file), JSON.parse(otherFile)]
  const bent = damages.map(damage => JSON.stringify({ ...fields, ...damage(fields, other) }))
  const guessed = guesses.map(words => unlocked(file, words))
  const opened = await Promise.all([...guessed, ...[...bent, file.slice(0, 400)].map(text => unlocked(text))])
  return countBroken(opened.map(keys => keys !== undefined))
}
