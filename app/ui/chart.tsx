import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ChartPicture } from './chart-picture.client'
import { Picture } from './picture'

type ResultChartProps = ChartPicture & {
  /** What a saved file is called. */
  name?: string
  title: ReactNode
  /** One sentence that says what the picture shows, and how sure it is. */
  reading: ReactNode
  /** The same figures as a `Table`: it is there first, and for everybody. */
  table: ReactNode
  round?: string
  notShown?: string
}

/**
 * A picture beside its table. The picture loads when it comes into view and is read aloud as its title;
 * without JavaScript there is the table alone. Give `series` a stable identity, for example from a loader.
 */
export function ResultChart({ kind, labels, series, most, name = 'chart', ...words }: ResultChartProps) {
  const { frame, canvas, drawable } = useDrawing({ kind, labels, series, most })
  const redraw = async (onto: HTMLCanvasElement) =>
    (await import('./chart-picture.client')).drawStill(onto, { kind, labels, series, most })
  return (
    <Picture {...words} name={name} opensTable isDrawn={drawable} redraw={redraw}>
      <div className="chart-picture" ref={frame}>
        <canvas ref={canvas} />
      </div>
    </Picture>
  )
}

function useDrawing({ kind, labels, series, most }: ChartPicture) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawable, setDrawable] = useState(false)
  useEffect(() => {
    setDrawable(true)
    let gone = false
    let wipe = () => {}
    const arrival = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return
      arrival.disconnect()
      const { drawChart } = await import('./chart-picture.client')
      if (!gone && canvas.current) wipe = drawChart(canvas.current, { kind, labels, series, most })
    })
    if (frame.current) arrival.observe(frame.current)
    return () => {
      gone = true
      arrival.disconnect()
      wipe()
    }
  }, [kind, labels, series, most])
  return { frame, canvas, drawable }
}
