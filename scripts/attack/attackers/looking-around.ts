import { readdirSync } from 'node:fs'

/** What an administrator knows of the house: a round, and somebody's number. */
export type Watched = { round: string; personId: string }
type Seen = Map<string, string>

/** Every address of the app, from the names of its doors. */
export function addresses({ round, personId }: Watched): string[] {
  const values: Record<string, string> = { $roundId: round, $round: round, $personId: personId }
  const asPart = (part: string) => part.replace(/_$/, '').replace(/^\$\w*/, name => values[name] ?? 'P-1')
  const kept = (name: string) => name.replace(/\.tsx?$/, '').replaceAll(/\[\.(.*?)\]/g, '\0$1')
  return readdirSync('app/routes').map(name => {
    const parts = kept(name).split('.')
    const path = parts.filter(part => part !== '_index').map(asPart)
    return `/${path.join('/').replaceAll('\0', '.')}`
  })
}

/** Pages that an administrator with every role must really see; a door that turns them away shows nothing to compare. */
export const mustOpen = ({ round }: Watched) => [
  '/app/home',
  '/app/people',
  '/app/rounds',
  `/app/rounds/${round}`,
  '/app/checks',
]

/** What is other in every answer whatever happens: the nonce of its scripts, and the number by which a fault is found. */
const ofEachAnswer = /nonce="[^"]*"|data-reference="[^"]*"|\\?"nonce\\?",\\?"[^"]*"/g

/** Looks at every page and every file as this person, and keeps what each says. */
export async function lookAround(origin: string, paths: readonly string[], cookie: string): Promise<Seen> {
  const seen: Seen = new Map()
  for (const path of paths) {
    const answer = await fetch(`${origin}${path}`, { redirect: 'manual', headers: { cookie } })
    const text = (await answer.text()).replaceAll(ofEachAnswer, '')
    seen.set(path, `${answer.status} ${text}`)
  }
  return seen
}

/** Makes sure that these pages opened. @throws when one did not */
export function mustHaveSeen(seen: Seen, paths: readonly string[]) {
  const missed = paths.filter(path => !seen.get(path)?.startsWith('200 '))
  if (missed.length > 0) throw new Error(`an administrator could not open ${missed.join(', ')}`)
}

/** Returns what is other the second time. */
export const differences = (before: Seen, after: Seen) => [...before].filter(([path, text]) => after.get(path) !== text)
