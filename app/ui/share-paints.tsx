/** People. With more than this the blocks of the bar would be too thin to tell apart. */
export const mostBlocks = 40

/** The name under which bars find the lines that part people. */
export const edges = 'share-edges'

/** What fills each part of a bar: one colour, hatching for what is not known exactly, dots for against. */
export const paints = {
  for: { className: 'share-for' },
  unknown: { fill: 'url(#share-hatch)' },
  against: { fill: 'url(#share-dots)' },
}

/** A line after each of as many people as a bar may have blocks; a bar stretches it until its own people fit. */
const lines = Array.from({ length: mostBlocks }, (_, place) => `M${place + 1} 0v1`).join('')

/** What all bars of a page are painted with, kept once: colour is never alone. A page with bars has exactly one. */
export const SharePaints = () => (
  <svg className="share-paints" aria-hidden="true">
    <pattern id="share-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="share-unknown" width="6" height="6" />
      <line className="hatch-line" x1="0" x2="0" y1="0" y2="6" />
    </pattern>
    <pattern id="share-dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className="share-against" width="6" height="6" />
      <circle className="share-dot" cx="3" cy="3" r="1.1" />
    </pattern>
    <symbol id={edges} viewBox={`0 0 ${mostBlocks} 1`} preserveAspectRatio="none">
      <path d={lines} vectorEffect="non-scaling-stroke" />
    </symbol>
  </svg>
)
