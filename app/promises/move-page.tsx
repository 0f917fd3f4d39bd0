import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { TextArea } from '~/ui/text-area'
import { longestPart } from './form'
import { isUnclaimed } from './overdue'
import { Readings } from './promise-history'
import type { PromiseInFull } from './register'
import type { MoveRefusal, PromiseMove } from './rules'
import { PartText, SmallPrint } from './small-print'
import { StatusWord } from './status-word'
import { WhatChanged, WrittenKept } from './what-changed'
import { isFinal } from './words'

type MovePageProps = {
  promise: PromiseInFull
  move: PromiseMove
  isOpen: boolean
  /** Promises that could take the place of one that is withdrawn. */
  others: readonly { id: string; text: string }[]
  typed?: string
  refused?: MoveRefusal | 'noSuchPromise'
  /** The version that stood on the screen of whoever is told that it is gone. */
  seen?: number
}

/** One step in the life of a promise: what it will do, what it cannot undo, and room for the reason. */
export function MovePage({ promise, move, isOpen, others, typed, refused, seen }: MovePageProps) {
  const { t } = useWords()
  const why = refused ?? (isOpen ? undefined : closedBecause(promise, move))
  const irrevocable = isOpen ? [t('promises.move.everybody'), t('promises.move.noUndo')] : []
  return (
    <Page kicker={t('promises.name', { id: promise.id })} title={t(`promises.move.${move}.title`)}>
      {why === 'changedMeanwhile' && seen ? (
        <WhatChanged events={promise.events} seen={seen} />
      ) : (
        why && <Notice kind="warning">{t(`promises.refused.${why}`, { round: promise.staffJudgeIn })}</Notice>
      )}
      {!isOpen && <WrittenKept texts={[typed ?? '']} />}
      <Preview caption={t(`promises.move.${move}.effect`)} irrevocable={irrevocable}>
        <h2>
          <PartText part="text" words={promise.now} />
        </h2>
        <p>
          <StatusWord {...promise} />
        </p>
        <Claim promise={promise} />
        <SmallPrint words={promise.now} rest={promise} round={promise.round} />
      </Preview>
      <Readings promise={promise} />
      <Form method="post">
        <input type="hidden" name="seen" value={promise.version} />
        <input type="hidden" name="move" value={move} />
        {isOpen && <Reason typed={typed} refused={refused} />}
        {isOpen && move === 'withdraw' && <Successor others={others} />}
        <ButtonRow>
          {isOpen && <Button kind="warning">{t(`promises.move.${move}.title`)}</Button>}
          <ButtonLink to={`/app/promises/${promise.id}`} kind="quiet">
            {t(isOpen ? 'shell.cancel' : 'shell.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}

/** Returns why nobody here can take a step now. */
function closedBecause({ status, isOverdue, staffJudgeIn }: PromiseInFull, move: PromiseMove): MoveRefusal {
  if (staffJudgeIn !== undefined && !isFinal(status)) return 'askedStaff'
  return move === 'findBroken' && isOverdue && isUnclaimed({ status }) ? 'notLongOverdue' : 'notAStepForward'
}

/** What management said last, for whoever agrees or disagrees with it. */
function Claim({ promise: { status, events } }: Pick<MovePageProps, 'promise'>) {
  const said = events.filter(({ kind }) => kind === 'moved').at(-1)
  return status.startsWith('claimed') && said ? <p className="register-text">{said.note}</p> : null
}

function Reason({ typed, refused }: Pick<MovePageProps, 'typed' | 'refused'>) {
  const { t } = useWords()
  return (
    <TextArea
      name="note"
      label={t('promises.move.note')}
      hint={t('promises.move.noteHint')}
      error={refused === 'reasonMissing' ? t('promises.refused.reasonMissing') : undefined}
      defaultValue={typed}
      maxLength={longestPart}
      rows={4}
    />
  )
}

function Successor({ others }: Pick<MovePageProps, 'others'>) {
  const { t } = useWords()
  return (
    <SelectField name="successorId" label={t('promises.move.successor')} optional>
      <option value="">{t('promises.move.noSuccessor')}</option>
      {others.map(({ id, text }) => (
        <option key={id} value={id}>
          {text ? `${id}: ${text}` : t('promises.name', { id })}
        </option>
      ))}
    </SelectField>
  )
}
