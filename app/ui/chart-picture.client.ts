import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement)

/** One row of figures. A missing figure is `null`: a gap, never a zero. */
export type Series = {
  label: string
  values: readonly (number | null)[]
  /** Between which two figures the true one plausibly lies; drawn as a thin line through the point. */
  intervals?: readonly (readonly [low: number, high: number] | null)[]
  /** Per point whether it may be joined with the one before it; without this all are. */
  joined?: readonly boolean[]
}

/** Dots per pixel of a picture that goes on paper or into a file. */
const sharpness = 2

/** What is to be drawn, without any colour: those come from the style. */
export type ChartPicture = { kind: 'bar' | 'line'; labels: readonly string[]; series: readonly Series[]; most?: number }

/** Draws the picture and again whenever the reader changes between light and dark, or prints. Returns how to wipe it. */
export function drawChart(canvas: HTMLCanvasElement, picture: ChartPicture): () => void {
  let chart = draw(canvas, picture)
  const redraw =
    (scheme = '', isStill = true) =>
    () => {
      canvas.parentElement?.style.setProperty('color-scheme', scheme)
      chart.destroy()
      chart = draw(canvas, picture, isStill)
    }
  const listeners = [
    listen(matchMedia('(prefers-color-scheme: dark)'), 'change', redraw('', false)),
    listen(window, 'beforeprint', redraw('light')),
    listen(window, 'afterprint', redraw()),
  ]
  return () => {
    for (const stop of listeners) stop()
    chart.destroy()
  }
}

/** Draws the picture once and sharp, for a file. Returns how to wipe it. */
export function drawStill(canvas: HTMLCanvasElement, picture: ChartPicture): () => void {
  const chart = draw(canvas, picture, true)
  return () => chart.destroy()
}

function listen(on: EventTarget, event: string, hear: () => void) {
  on.addEventListener(event, hear)
  return () => on.removeEventListener(event, hear)
}

function draw(canvas: HTMLCanvasElement, picture: ChartPicture, isStill = false): Chart {
  const { kind, labels, series } = picture
  const colour = coloursOf(canvas)
  const inks = [colour('--figure-for'), colour('--figure-against'), colour('--ink'), colour('--warning')]
  const still = isStill || matchMedia('(prefers-reduced-motion: reduce)').matches
  return new Chart(canvas, {
    type: kind,
    data: { labels: [...labels], datasets: series.map((one, place) => dataset(one, inks[place % inks.length]!)) },
    plugins: [intervalLines(series, inks)],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: isStill ? sharpness : undefined,
      animation: still ? false : { duration: 250 },
      events: [],
      scales: scalesOf(colour, fontOf(canvas), picture.most),
    },
  })
}

function scalesOf(colour: (name: string) => string, family: string, most: number | undefined) {
  const ticks = { color: colour('--ink-soft'), font: { family, size: 14 } }
  return {
    x: {
      ticks: { ...ticks, maxRotation: 0 },
      offset: true,
      grid: { display: false },
      border: { color: colour('--rule-strong') },
    },
    y: {
      ticks: { ...ticks, precision: 0, maxTicksLimit: 6, includeBounds: false },
      min: 0,
      max: most,
      grid: { color: colour('--rule') },
      border: { display: false },
    },
  }
}

function dataset({ label, values, joined }: Series, ink: string): ChartDataset<'bar' | 'line', (number | null)[]> {
  const join = (place: number) => joined?.[place] ?? true
  return {
    label,
    data: [...values],
    backgroundColor: ink,
    borderColor: ink,
    borderWidth: 2,
    pointRadius: 5,
    spanGaps: false,
    segment: { borderColor: context => (join(context.p1DataIndex) ? ink : 'transparent') },
  } as ChartDataset<'bar' | 'line', (number | null)[]>
}

/** Draws through every point the line on which the true figure plausibly lies. */
const intervalLines = (series: readonly Series[], inks: readonly string[]): Plugin => ({
  id: 'intervals',
  afterDatasetsDraw(chart) {
    const { ctx, scales } = chart
    ctx.save()
    ctx.lineWidth = 1.5
    series.forEach(({ intervals = [] }, row) => {
      ctx.strokeStyle = inks[row % inks.length]!
      const points = chart.getDatasetMeta(row).data
      intervals.forEach((interval, place) => {
        const point = points[place]
        if (!interval || !point) return
        ctx.beginPath()
        ctx.moveTo(point.x, scales.y!.getPixelForValue(interval[0]))
        ctx.lineTo(point.x, scales.y!.getPixelForValue(interval[1]))
        ctx.stroke()
      })
    })
    ctx.restore()
  },
})

/** Returns a reader of the style's colours as they are at this moment, in light or dark. */
const coloursOf = (canvas: HTMLCanvasElement) => (name: string) => {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  canvas.parentElement?.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const fontOf = (canvas: HTMLCanvasElement) => getComputedStyle(canvas).fontFamily
