import { create } from 'qrcode'

/** Squares of white around the code, without which a camera does not find it. @source ISO/IEC 18004, 7.3.7 */
const margin = 4

const svg = 'http://www.w3.org/2000/svg'

/** Draws a code that a camera reads, black on white whatever the colours of the page are. */
export function drawCode(place: HTMLElement, text: string) {
  const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
  const dark = Array.from(data).flatMap((isDark, at) =>
    isDark ? [`M${(at % size) + margin} ${Math.floor(at / size) + margin}h1v1h-1z`] : [],
  )
  const whole = size + margin * 2
  const picture = element('svg', { viewBox: `0 0 ${whole} ${whole}`, 'aria-hidden': 'true' })
  picture.append(
    element('path', { fill: '#fff', d: `M0 0h${whole}v${whole}H0z` }),
    element('path', { d: dark.join(''), 'shape-rendering': 'crispEdges' }),
  )
  place.replaceChildren(picture)
}

function element(name: string, attributes: Record<string, string>) {
  const made = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
