import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '~/language/words'
import type { ChartPicture } from './chart-picture.client'

type ResultChartProps = ChartPicture & {
  title: ReactNode
  /** One sentence that says what the picture shows, and how sure it is. */
  reading: ReactNode
  /** The same figures as a `Table`: it is there first, and for everybody. */
  table: ReactNode
}

/**
 * A picture beside its table. The picture loads when it comes into view and hides from reading aloud;
 * without JavaScript there is the table alone. Give `series` a stable identity, for example from a loader.
 */
export function ResultChart({ title, reading, table, ...picture }: ResultChartProps) {
  const { t } = useWords()
  const { frame, canvas, drawable } = useDrawing(picture)
  return (
    <figure className="chart" ref={frame}>
      <figcaption>{title}</figcaption>
      <p className="chart-reading">{reading}</p>
      <div className="chart-picture" hidden={!drawable} aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <details open>
        <summary>{t('shell.chart.asTable')}</summary>
        {table}
      </details>
    </figure>
  )
}

function useDrawing({ kind, labels, series, most }: ChartPicture) {
  const frame = useRef<HTMLElement>(null)
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
