import { useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from './button'

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

type StepsProps = { publish: ReactNode; change: ReactNode; step?: string; mayPublish?: boolean }

/** The two ways on from a preview, inside a form: the act itself, sent as `step`, or back to writing. */
export function PublishOrChange({ publish, change, step = 'publish', mayPublish = true }: StepsProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <ButtonRow>
      {mayPublish && (
        <Button name="step" value={step} kind="warning" busy={busy}>
          {publish}
        </Button>
      )}
      <Button name="step" value="write" kind="quiet">
        {change}
      </Button>
    </ButtonRow>
  )
}

type DeedProps = { submit: ReactNode; back: ReactNode; backTo: string }

/** The two ways on from what a deed without a draft will do, inside a form: the deed, once, or away from it. */
export function DoOrGoBack({ submit, back, backTo }: DeedProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <ButtonRow>
      <Button kind="warning" busy={busy}>
        {submit}
      </Button>
      <ButtonLink kind="plain" to={backTo}>
        {back}
      </ButtonLink>
    </ButtonRow>
  )
}
