import type { ReactNode } from 'react'
import { edges, mostBlocks, paints } from '~/ui/share-paints'

/** A count lies between these two, ends included. */
type Range = readonly [lowest: number, highest: number]

type ShareBarProps = {
  /** People who answered; the bar is as many blocks wide. */
  n: number
  favourable: Range
  unfavourable: Range
  /** What stands beside each block of the key, with its number of people in words. Left out: no such block. */
  words: { favourable: ReactNode; unknown?: ReactNode; between?: ReactNode; unfavourable: ReactNode }
  /** What the bar is about, read aloud before the key. */
  label: string
}

/** Divides a bar of `n` people from left to right; what may be either side of an edge is `unknown`. */
export function sharesOf(n: number, favourable: Range, unfavourable: Range) {
  const between = Math.max(0, n - favourable[1] - unfavourable[1])
  const open = n - favourable[0] - unfavourable[0] - between
  const left = between > 0 ? favourable[1] - favourable[0] : open
  const parts = [
    { kind: 'for', people: favourable[0] },
    { kind: 'unknown', people: left },
    { kind: 'between', people: between },
    { kind: 'unknown', people: open - left },
    { kind: 'against', people: unfavourable[0] },
  ] as const
  let from = 0
  return parts.map(part => {
    from += part.people
    return { ...part, from: from - part.people }
  })
}

/** One block a person: for, against, in between, and hatched what is not known exactly. Words carry all of it. */
export function ShareBar({ n, favourable, unfavourable, words, label }: ShareBarProps) {
  const parts = sharesOf(n, favourable, unfavourable)
  return (
    <div className="share-bar">
      <svg aria-hidden="true">
        {parts.map(({ kind, people, from }) =>
          people > 0 && kind !== 'between' ? (
            <rect key={from} x={share(from, n)} width={share(people, n)} height="100%" {...paints[kind]} />
          ) : null,
        )}
        {n <= mostBlocks && <Edges n={n} gap={parts.find(({ kind }) => kind === 'between')!} />}
      </svg>
      <ul className="share-key" aria-label={label}>
        <li className="share-for">{words.favourable}</li>
        {words.unknown && <li className="share-unknown">{words.unknown}</li>}
        {words.between && <li>{words.between}</li>}
        <li className="share-against">{words.unfavourable}</li>
      </ul>
    </div>
  )
}

/** Percent of the bar; finer than a hundredth of it nobody sees. */
const share = (people: number, n: number) => `${Math.round((10_000 * people) / n) / 100}%`

/** Lines that part the people; in the empty part they are drawn, elsewhere left open. */
const Edges = ({ n, gap }: { n: number; gap: { from: number; people: number } }) => (
  <>
    <use href={`#${edges}`} width={share(mostBlocks, n)} />
    {gap.people > 1 && (
      <svg aria-hidden="true" x={share(gap.from, n)} width={share(gap.people, n)}>
        <use href={`#${edges}`} width={share(mostBlocks, gap.people)} />
      </svg>
    )}
  </>
)
