/** What a part takes over from the part around it: written only where it changes. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
]

/** What every part has for itself, and how it is when nothing is said. */
const own = { opacity: '1', display: 'inline', 'vector-effect': 'none', transform: 'none' }

/** These say in an attribute of their own how they turn. */
const turnsItself = 'pattern, linearGradient, radialGradient, clipPath, [transform]'

/**
 * Returns a copy of a drawing that looks the same without the style of the site: every colour it has now is written
 * into it, and every hatching it uses from elsewhere on the page goes along.
 */
export function standingAlone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  paint(svg, copy)
  const defs = document.createElementNS(svg.namespaceURI!, 'defs')
  copy.prepend(defs)
  bringAlong(copy, defs, svg)
  return copy as SVGSVGElement
}

/** Writes into `copy` and all within it how `seen` looks. */
function paint(seen: Element, copy: Element, around?: CSSStyleDeclaration) {
  const style = getComputedStyle(seen)
  for (const name of inherited) {
    const value = style.getPropertyValue(name)
    if (value !== around?.getPropertyValue(name)) copy.setAttribute(name, value)
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name)
    const isSaid = value !== '' && value !== usual && !(name === 'display' && value !== 'none')
    if (isSaid && !(name === 'transform' && seen.matches(turnsItself))) copy.setAttribute(name, value)
  }
  copy.removeAttribute('class')
  for (const [place, child] of [...seen.children].entries()) paint(child, copy.children[place]!, style)
}

/** Copies what is used by its name into the file, and what that uses in turn. */
function bringAlong(part: Element, defs: Element, svg: SVGSVGElement) {
  for (const id of namesUsedIn(part)) {
    const source = document.getElementById(id)
    if (defs.querySelector(`#${CSS.escape(id)}`) || svg.contains(source) || !source) continue
    const light = svg.appendChild(source.cloneNode(true) as Element)
    const copy = light.cloneNode(true) as Element
    // What a `use` shows takes the colours of its user, so a symbol is left as it is.
    if (light.localName !== 'symbol') paint(light, copy)
    light.remove()
    defs.append(copy)
    bringAlong(copy, defs, svg)
  }
}

function namesUsedIn(part: Element): Set<string> {
  const values = [part, ...part.querySelectorAll('*')].flatMap(one =>
    [...one.attributes].map(({ name, value }) => (name === 'href' ? `url(${value})` : value)),
  )
  return new Set(values.flatMap(value => [...value.matchAll(/url\(["']?#([^"')]+)["']?\)/g)].map(match => match[1]!)))
}
