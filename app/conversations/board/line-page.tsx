import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { tellingKindsIn } from '~/ballot-box/telling-words'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { LineWriting } from './line-form'
import { LineText } from './line-text'
import type { BoardLine, LineRefusal, LineWords } from './rules'

type Refusal = LineRefusal | 'changedMeanwhile' | 'noSuchLine'
export type LineAnswer = {
  step?: 'write' | 'preview' | 'publish'
  said?: LineWords
  failed?: FormFailure
  refused?: Refusal
}

type LinePageProps = {
  /** The line as it stands on the board now; nothing for a new one. */
  line?: BoardLine
  answer?: LineAnswer
}

/** Where a line is written, seen as staff will read it, and put on the board. */
export function LinePage({ line, answer = {} }: LinePageProps) {
  const { t } = useWords()
  const { step = 'write', said, failed, refused } = answer
  const seen = line?.version ?? 0
  const isPreview = step !== 'write' && said !== undefined && !refused
  return (
    <Page title={t(line ? 'board.changeTitle' : 'board.addTitle')} lead={t('board.form.lead')}>
      {refused && <Refused refused={refused} line={line} />}
      {isPreview ? (
        <Publishing said={said} seen={seen} />
      ) : (
        <LineWriting key={seen} said={said ?? line} seen={seen} failed={failed} />
      )}
      {line && !isPreview && <Removing seen={seen} />}
    </Page>
  )
}

/** Somebody else was faster: what stands there now is shown above what was written. */
function Refused({ refused, line }: { refused: Refusal; line?: BoardLine }) {
  const { t } = useWords()
  return (
    <Notice kind="warning" title={t(`board.refused.${refused}`)}>
      {refused === 'changedMeanwhile' && line && <LineText line={line} />}
    </Notice>
  )
}

/** What looks like somebody's name or address; the board is about the organisation. */
const personal = ['name', 'mail', 'phone'] as const

function Publishing({ said, seen }: { said: LineWords; seen: number }) {
  const { t } = useWords()
  const kinds = tellingKindsIn(`${said.line}\n${said.because ?? ''}`)
  const { part, line, because = '', untilOn = '' } = said
  return (
    <>
      {personal.some(kind => kinds.includes(kind)) && <Notice kind="warning">{t('board.form.person')}</Notice>}
      <Preview>
        <h2 className="column-title">{t(`board.part.${part}`)}</h2>
        <LineText line={said} />
      </Preview>
      <Form method="post">
        <Kept values={{ part, line, because, untilOn, seen }} />
        <PublishOrChange publish={t('board.form.publish')} change={t('board.form.change')} />
      </Form>
    </>
  )
}

const Kept = ({ values }: { values: Record<string, string | number> }): ReactNode =>
  Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

function Removing({ seen }: { seen: number }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title={t('board.remove.title')}>
      <p>{t('board.remove.text')}</p>
      <Form method="post">
        <input type="hidden" name="seen" value={seen} />
        <ButtonRow>
          <Button name="step" value="remove" kind="warning" busy={busy}>
            {t('board.remove.button')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** The line is no longer on the board: what somebody wrote in its place is still there to copy. */
export function LineGonePage({ said }: { said?: LineWords }) {
  const { t } = useWords()
  return (
    <Page title={t('board.refused.noSuchLine')}>
      {said && (
        <Preview caption={t('board.kept')}>
          <LineText line={said} />
        </Preview>
      )}
      <ButtonRow>
        <ButtonLink to="/app/board">{t('board.toBoard')}</ButtonLink>
        <ButtonLink to="/app/board/new" kind="quiet">
          {t('board.add')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}
