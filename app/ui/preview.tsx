import type { ReactNode } from 'react'
import { useWords } from '~/language/words'

type PreviewProps = {
  /** Above the frame; without it: "this is how staff will read it". */
  caption?: ReactNode
  /** What cannot be undone afterwards, one full sentence each. */
  irrevocable?: readonly string[]
  children: ReactNode
}

/** Shows an irrevocable act as its readers will see it, and names what cannot be undone. */
export function Preview({ caption, irrevocable = [], children }: PreviewProps) {
  const { t } = useWords()
  return (
    <figure className="preview">
      <figcaption className="preview-caption">{caption ?? t('shell.preview.caption')}</figcaption>
      <div className="preview-body">{children}</div>
      {irrevocable.length > 0 && (
        <div className="irrevocable">
          <p>{t('shell.preview.irrevocable')}</p>
          <ul>
            {irrevocable.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </figure>
  )
}
