import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from './button'
import type { Facts, Redraw, SavedAs } from './picture-saving.client'

type PictureProps = {
  /** What a saved file is called, without spaces and without the name of anybody: "inspraak-<name>.svg". */
  name: string
  title: ReactNode
  /** One sentence that says what the picture shows, and how sure it is. */
  reading: ReactNode
  /** The same figures as a `Table`: one tap away, also without JavaScript. */
  table: ReactNode
  /** Of which round it is, for who later finds the file without its page. */
  round?: string
  /** What is held back and why; it stands under the picture and goes along into the file. */
  notShown?: string
  /** What the short names in the picture stand for, line by line: in a file there is no table beside it. */
  legend?: readonly string[]
  /** Says the table is the first thing to read: for a picture that needs JavaScript. */
  opensTable?: boolean
  /** For a picture on a canvas: paints it once more, in light colours, on another one. */
  redraw?: Redraw
  isDrawn?: boolean
  /** One `svg`, or one `canvas` that `redraw` can paint again. */
  children: ReactNode
}

/** A picture with its sentence above and its table one tap away, which who reads it can take along as a file. */
export function Picture({ name, title, reading, table, round, notShown, redraw, legend, ...drawn }: PictureProps) {
  const { t } = useWords()
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  const { opensTable = false, isDrawn = true, children } = drawn
  const facts = { name, round: [t('shell.name'), round].filter(Boolean).join(' · '), legend, redraw }
  return (
    <figure className="picture" ref={figure}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      <p className="picture-reading" id={`${id}-reading`}>
        {reading}
      </p>
      <div
        className="picture-drawing"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-reading`}
        hidden={!isDrawn}
      >
        {children}
      </div>
      {notShown && <p className="note picture-not-shown">{notShown}</p>}
      <details className="picture-table" open={opensTable}>
        <summary>{t('shell.chart.asTable')}</summary>
        {table}
      </details>
      <Saving save={as => saveAs(figure.current, as, facts)} kinds={redraw ? ['png'] : ['svg', 'png']} />
    </figure>
  )
}

async function saveAs(figure: HTMLElement | null, as: SavedAs, facts: Facts) {
  const { savePicture } = await import('./picture-saving.client')
  if (figure) await savePicture(figure, as, facts)
}

/** The buttons, for browsers that run JavaScript: without it nothing could be saved, so there is no button either. */
function Saving({ save, kinds }: { save: (as: SavedAs) => Promise<void>; kinds: readonly SavedAs[] }) {
  const { t } = useWords()
  const [canSave, setCanSave] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => setCanSave(true), [])
  if (!canSave) return null
  const press = (as: SavedAs) => {
    setFailed(false)
    save(as).catch(() => setFailed(true))
  }
  return (
    <div className="picture-saving no-print">
      <ButtonRow>
        {kinds.map(as => (
          <Button key={as} type="button" kind="plain" onClick={() => press(as)}>
            {t(`shell.picture.${as}`)}
          </Button>
        ))}
      </ButtonRow>
      <p role="status">{hasFailed && t('shell.picture.failed')}</p>
    </div>
  )
}
