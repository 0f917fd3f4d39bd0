import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import type { Measurement } from '../criteria'
import type { CriterionShown } from '../shown'
import type { VerdictShown } from './rules'
import { VerdictWriting } from './verdict-form'

type Held = 'notFrozen' | 'measuringNotBegun'
export type JudgedStep = {
  gate: { id: string; name: string }
  step: { version: number; targetPct: number; criteria: CriterionShown[]; measurements: Measurement[] }
  verdicts: readonly VerdictShown[]
  isMember: boolean
  /** Why nobody can judge yet. */
  held?: Held
}
export type VerdictAnswer = { failed?: FormFailure; refused?: Held | 'notAMember' }

/** Where a member proposes what the group finds of a step, and what it found before. */
export function VerdictPage({ shown, answer = {} }: { shown: JudgedStep; answer?: VerdictAnswer }) {
  const { t } = useWords()
  const { gate, step, verdicts, isMember, held } = shown
  const { version, targetPct, criteria } = step
  const underWay = verdicts.find(({ state }) => state === 'underWay')
  // Who was refused does not lose what they wrote.
  const mayPropose = !underWay && ((isMember && !held) || answer.failed !== undefined)
  const kicker = <Link to={`/app/gates/${gate.id}`}>{gate.name}</Link>
  return (
    <Page kicker={kicker} title={t('gates.verdict.title')} lead={t('gates.verdict.lead')}>
      <p className="step-now">{t('gates.measuring.step', { version, pct: targetPct })}</p>
      {answer.refused && <Notice kind="warning">{t(`gates.refused.${answer.refused}`)}</Notice>}
      {held && !answer.refused && <Notice>{t(`gates.refused.${held}`)}</Notice>}
      {underWay && <UnderWay proposalId={underWay.proposalId} />}
      {mayPropose && <VerdictWriting {...step} failed={answer.failed} />}
      {!isMember && !held && <p className="note">{t('gates.verdict.onlyMembers')}</p>}
      <History criteria={criteria} verdicts={verdicts.filter(({ state }) => state === 'adopted')} />
      <ButtonRow>
        <ButtonLink kind="quiet" to={`/app/gates/${gate.id}/measurements?step=${version}`}>
          {t('gates.measuring.toMeasurements')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

function UnderWay({ proposalId }: { proposalId: string }) {
  const { t } = useWords()
  return (
    <Notice title={t('gates.verdict.underWay')}>
      <p>
        <Link to={`/app/proposals/${proposalId}`}>{t('gates.verdict.toProposal')}</Link>
      </p>
    </Notice>
  )
}

type HistoryProps = { criteria: readonly CriterionShown[]; verdicts: readonly VerdictShown[] }

/** What the group said of this step, the last first; "not good enough yet" is what the test is for. */
function History({ criteria, verdicts }: HistoryProps) {
  const { t } = useWords()
  return (
    <Section title={t('gates.verdict.historyTitle')}>
      {verdicts.length === 0 && <p>{t('gates.verdict.none')}</p>}
      {verdicts.map(verdict => (
        <OneVerdict key={verdict.proposalId} verdict={verdict} criteria={criteria} />
      ))}
    </Section>
  )
}

function OneVerdict({ verdict, criteria }: { verdict: VerdictShown; criteria: readonly CriterionShown[] }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { proposalId, closedOn, isGood, isDone, judgements } = verdict
  const day = closedOn ? inWords(closedOn, 'short') : ''
  return (
    <article className="verdict flow">
      <h3>{t(isGood ? 'gates.verdict.foundGood' : 'gates.verdict.foundNotGood', { day })}</h3>
      {!isGood && <p>{t('gates.verdict.quality')}</p>}
      {!isDone && <p className="note">{t('gates.verdict.waiting')}</p>}
      <ul>
        {judgements.map(({ criterion, isGood: isFoundGood, note }) => {
          const measure = criteria.find(({ number }) => number === criterion)?.measure ?? ''
          const found = t(isFoundGood ? 'gates.verdict.good' : 'gates.verdict.notGood')
          return (
            <li key={criterion}>
              <strong>{t('gates.verdict.judged', { number: criterion, measure, found })}</strong>{' '}
              <WordsOrGone words={note} of="verdict" id={proposalId} part="notes" />
            </li>
          )
        })}
      </ul>
      <p>
        <Link to={`/app/proposals/${proposalId}`}>{t('gates.verdict.toProposal')}</Link>
      </p>
    </article>
  )
}
