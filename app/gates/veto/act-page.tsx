import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { VetoMove, VetoRefusal } from '../vetoes'
import { ActPreview } from './act-preview'
import { VetoFacts } from './facts'
import { longestReason, reasonForm } from './form'
import type { VetoInFull, VetoPromise } from './shown'
import { ClockNotice, NoVetoPromise } from './words'

type Refused =
  | VetoRefusal
  | 'noSuchVeto'
  | 'noSuchStep'
  | 'notDecided'
  | 'noSuchProposal'
  | 'noSuchGroup'
  | 'notAMember'
  | 'noVetoPromise'

export type ActPageProps = {
  veto: VetoInFull
  move: VetoMove
  /** Whether the veto stands where this can be done. */
  isOpen: boolean
  /** Who would sign a veto that is set aside, and what breaks with that. */
  name?: string
  /** Whether the group has no promise that could break: then nobody sets its veto aside. */
  lacksPromise?: boolean
  promise?: VetoPromise
  answer?: { step?: 'write' | 'preview' | 'publish'; reason?: string; failed?: FormFailure; refused?: Refused }
}

/** One thing that somebody does with a veto: written, read as others will read it, and done for good. */
export function ActPage({ veto, move, isOpen, lacksPromise, name = '', promise, answer = {} }: ActPageProps) {
  const { t } = useWords()
  const { step = 'write', reason, failed, refused } = answer
  const isManagement = move !== 'persuaded' && move !== 'escalate'
  return (
    <Page
      kicker={t('vetoes.name', { id: veto.id })}
      title={t(`vetoes.act.${move}.title`)}
      lead={t(`vetoes.act.${move}.lead`)}
    >
      {refused && refused !== 'noVetoPromise' && <Notice kind="warning">{t(`vetoes.refused.${refused}`)}</Notice>}
      {lacksPromise && <NoVetoPromise veto={veto} />}
      {!isOpen && !refused && !lacksPromise && <Notice kind="warning">{t('vetoes.act.closed')}</Notice>}
      {isManagement && isOpen && step !== 'write' && reason !== undefined ? (
        <ActPreview veto={veto} move={move} reason={reason} name={name} promise={promise} />
      ) : (
        <>
          <ClockNotice clock={veto.clock} />
          <VetoFacts veto={veto} />
          {isOpen || reason !== undefined ? (
            <Writing id={veto.id} move={move} reason={reason} failed={failed} isOpen={isOpen} />
          ) : (
            <BackToVeto id={veto.id} />
          )}
        </>
      )}
    </Page>
  )
}

type WritingProps = { id: string; move: VetoMove; reason?: string; failed?: FormFailure; isOpen: boolean }

function Writing({ id, move, reason, failed, isOpen }: WritingProps) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const isManagement = move !== 'persuaded' && move !== 'escalate'
  const { errors, formProps, field } = useZodForm(reasonForm, { defaults: { reason }, failed })
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form {...formProps} className="flow">
        <input type="hidden" name="move" value={move} />
        <TextArea
          {...field('reason')}
          label={t(`vetoes.act.${move}.reason`)}
          hint={t('vetoes.act.hint')}
          maxLength={longestReason}
          rows={6}
          required
        />
        <ButtonRow>
          {isOpen && (
            <Button name="step" value="preview" busy={busy}>
              {isManagement ? t('vetoes.act.preview') : t(`vetoes.act.${move}.submit`)}
            </Button>
          )}
          <ButtonLink to={`/app/vetoes/${id}`} kind="quiet">
            {t(isOpen ? 'shell.cancel' : 'shell.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

const BackToVeto = ({ id }: { id: string }) => {
  const { t } = useWords()
  return (
    <ButtonLink to={`/app/vetoes/${id}`} kind="quiet">
      {t('shell.back')}
    </ButtonLink>
  )
}
