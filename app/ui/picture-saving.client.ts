import { type Drawn, framed } from './picture-frame.client'
import { standingAlone } from './picture-standing-alone.client'

export type SavedAs = 'svg' | 'png'

/** Paints a picture once more on the given canvas, in the colours of the place it stands in. Returns how to wipe it. */
export type Redraw = (canvas: HTMLCanvasElement) => Promise<() => void>

/** `legend` says what the short names in the picture stand for; `round` where it comes from. */
export type Facts = { name: string; round?: string; legend?: readonly string[]; redraw?: Redraw }

/** Twice as many dots as on an ordinary screen: sharp on paper and on a wall. */
const dotsPerPixel = 2

/** Saves the picture of a figure with its words in one file that needs nothing else, always in light colours. */
export async function savePicture(
  figure: HTMLElement,
  as: SavedAs,
  { name, round, legend = [], redraw }: Facts,
): Promise<void> {
  const drawing = figure.querySelector<HTMLElement>('.picture-drawing')
  if (!drawing) return
  const place = lightPlace(figure)
  try {
    const drawn = redraw ? await painted(place, drawing, redraw) : copied(place, drawing)
    const words = {
      title: textOf(figure, 'figcaption'),
      below: [...legend, textOf(figure, '.picture-not-shown'), round ?? ''].filter(line => line !== ''),
      reading: textOf(figure, '.picture-reading'),
    }
    const svg = framed(drawn, words, place)
    const text = new XMLSerializer().serializeToString(svg)
    const file = as === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await asPng(svg, text)
    handOver(file, `inspraak-${name}.${as}`)
  } finally {
    place.remove()
  }
}

/** Makes a place beside the picture where nobody looks, as wide as a sheet and always light. */
function lightPlace(figure: HTMLElement): HTMLElement {
  const place = document.createElement('div')
  place.className = 'picture-copy'
  place.setAttribute('aria-hidden', 'true')
  figure.append(place)
  return place
}

function copied(place: HTMLElement, drawing: HTMLElement): Drawn {
  const copy = drawing.cloneNode(true) as HTMLElement
  place.append(copy)
  const svg = copy.querySelector('svg')
  if (!svg) throw new Error('a picture without a drawing cannot be saved')
  const { width, height } = svg.getBoundingClientRect()
  return { node: standingAlone(svg), width, height }
}

async function painted(place: HTMLElement, drawing: HTMLElement, redraw: Redraw): Promise<Drawn> {
  const copy = drawing.cloneNode(true) as HTMLElement
  place.append(copy)
  const canvas = copy.querySelector('canvas')
  if (!canvas) throw new Error('a picture without a canvas cannot be painted again')
  const wipe = await redraw(canvas)
  const { width, height } = canvas.getBoundingClientRect()
  const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
  image.setAttribute('href', canvas.toDataURL('image/png'))
  wipe()
  return { node: image, width, height }
}

const textOf = (figure: HTMLElement, selector: string) =>
  (figure.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Paints the file on a canvas. A `data:` address, because the policy of the site allows that and no `blob:`. */
async function asPng(svg: SVGSVGElement, text: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Number(svg.getAttribute('width')) * dotsPerPixel
  canvas.height = Number(svg.getAttribute('height')) * dotsPerPixel
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture came of it'))), 'image/png'),
  )
}

function handOver(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
