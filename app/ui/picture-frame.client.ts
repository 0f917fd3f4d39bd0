/** A drawing that needs no style any more, and how large it is, in pixels. */
export type Drawn = { node: SVGElement; width: number; height: number }

type Words = { title: string; reading: string; below: readonly string[] }
type Written = { text: string; size: number; weight: string; y: number }

/** Pixels of paper around the picture and its words. */
const margin = 24
const sizes = { title: 20, reading: 16, below: 14 }
const leading = 1.35
/** The letters of the site are not in the file: elsewhere they would be other ones, wider than was measured. */
const family = 'system-ui, sans-serif'
/** Another computer may have a wider letter: lines are broken this much too early. @source our own choice: tried out with the widest common letters */
const caution = 0.92

/** Returns a drawing on a sheet of its own, between its title, its sentence and what must be told with it. */
export function framed({ node, width, height }: Drawn, words: Words, place: HTMLElement): SVGSVGElement {
  const { backgroundColor, color } = getComputedStyle(place)
  const written: Written[] = []
  const write = writer(written, width * caution)
  const top = write(words.reading, 'reading', write(words.title, 'title', margin)) + margin / 2
  const bottom = words.below.reduce((y, line) => write(line, 'below', y), top + height + margin / 2)
  const sheet = made('svg', { width: Math.ceil(width + 2 * margin), height: Math.ceil(bottom + margin) })
  sheet.setAttribute('viewBox', `0 0 ${sheet.getAttribute('width')} ${sheet.getAttribute('height')}`)
  sheet.setAttribute('role', 'img')
  sheet.append(titled(words), made('rect', { width: '100%', height: '100%', fill: backgroundColor }))
  const lines = written.map(({ text, size, weight, y }) => {
    const look = { 'font-size': size, 'font-weight': weight, 'font-family': family, fill: color }
    return Object.assign(made('text', { x: margin, y: y + size, ...look }), { textContent: text })
  })
  for (const [name, value] of Object.entries({ x: margin, y: top, width, height })) node.setAttribute(name, `${value}`)
  sheet.append(...lines, node)
  return sheet
}

/** The words for who hears the file read aloud. */
function titled({ title, reading, below }: Words): DocumentFragment {
  const both = document.createDocumentFragment()
  both.append(
    Object.assign(made('title', {}), { textContent: title }),
    Object.assign(made('desc', {}), { textContent: [reading, ...below].join(' ') }),
  )
  return both
}

/** Returns how to write a paragraph from a height on; it returns where the next thing may begin. */
function writer(written: Written[], most: number) {
  const pen = document.createElement('canvas').getContext('2d')!
  return (paragraph: string, kind: keyof typeof sizes, from: number): number => {
    const [size, weight] = [sizes[kind], kind === 'title' ? '600' : '400']
    pen.font = `${weight} ${size}px ${family}`
    const lines = brokenInto(paragraph, line => pen.measureText(line).width <= most)
    lines.forEach((text, place) => {
      written.push({ text, size, weight, y: from + place * size * leading })
    })
    return from + lines.length * size * leading + size / 2
  }
}

function brokenInto(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of paragraph.split(' ').filter(one => one !== '')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function made<Name extends keyof SVGElementTagNameMap>(name: Name, values: Record<string, string | number>) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [attribute, value] of Object.entries(values)) element.setAttribute(attribute, `${value}`)
  return element
}
