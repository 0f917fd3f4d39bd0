import { type ReactNode, useId } from 'react'

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

/** People. With more than this the blocks of the bar would be too thin to tell apart. */
const mostBlocks = 40

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
  const patterns = usePatterns()
  const parts = sharesOf(n, favourable, unfavourable)
  return (
    <div className="share-bar">
      <svg aria-hidden="true" focusable="false">
        <Patterns ids={patterns} />
        {parts.map(({ kind, people, from }) =>
          people > 0 && kind !== 'between' ? (
            <rect
              key={`${kind} ${from}`}
              x={share(from, n)}
              width={share(people, n)}
              height="100%"
              {...paintOf(kind, patterns)}
            />
          ) : null,
        )}
        {n <= mostBlocks && <Edges n={n} parts={parts} />}
      </svg>
      <ul className="share-key" aria-label={label}>
        <KeyEntry paint={paintOf('for', patterns)}>{words.favourable}</KeyEntry>
        {words.unknown && <KeyEntry paint={paintOf('unknown', patterns)}>{words.unknown}</KeyEntry>}
        {words.between && <KeyEntry paint={paintOf('between', patterns)}>{words.between}</KeyEntry>}
        <KeyEntry paint={paintOf('against', patterns)}>{words.unfavourable}</KeyEntry>
      </ul>
    </div>
  )
}

const share = (people: number, n: number) => `${(100 * people) / n}%`

/** Lines that part the people; in the empty part they are drawn, elsewhere left open. */
function Edges({ n, parts }: { n: number; parts: ReturnType<typeof sharesOf> }) {
  const gap = parts.find(({ kind }) => kind === 'between')!
  const lines = Array.from({ length: n - 1 }, (_, place) => {
    const at = place + 1
    const isEmpty = at > gap.from && at < gap.from + gap.people
    const x = share(at, n)
    return <line key={at} className={isEmpty ? 'share-edge-empty' : 'share-edge'} x1={x} x2={x} y1="0" y2="100%" />
  })
  return <>{lines}</>
}

type PatternIds = { hatch: string; dots: string }
type Paint = { className?: string; fill?: string }

const usePatterns = (): PatternIds => {
  const id = useId().replaceAll(':', '')
  return { hatch: `hatch-${id}`, dots: `dots-${id}` }
}

function paintOf(kind: 'for' | 'unknown' | 'between' | 'against', { hatch, dots }: PatternIds): Paint {
  if (kind === 'for') return { className: 'share-for' }
  if (kind === 'between') return { className: 'share-between' }
  return { fill: `url(#${kind === 'unknown' ? hatch : dots})` }
}

const KeyEntry = ({ paint, children }: { paint: Paint; children: ReactNode }) => (
  <li>
    <svg aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" {...paint} />
    </svg>
    <span>{children}</span>
  </li>
)

/** Hatching for what is not known exactly, dots for against: so that colour is never alone. */
const Patterns = ({ ids }: { ids: PatternIds }) => (
  <defs>
    <pattern id={ids.hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="share-unknown" width="6" height="6" />
      <line className="hatch-line" x1="0" x2="0" y1="0" y2="6" />
    </pattern>
    <pattern id={ids.dots} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className="share-against" width="6" height="6" />
      <circle className="share-dot" cx="3" cy="3" r="1.1" />
    </pattern>
  </defs>
)
