import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { alsoShown, phases } from '../phases'
import { Checklist, ShownBefore } from './checklist'
import { type GateLine, GatesHere } from './gates-here'
import { NotBefore, type NotBeforeProps } from './not-before'
import { Road } from './road'
import type { Signal } from './signals'
import { Tasks } from './tasks'
import type { Task, UseCase } from './use-case'

export type UseCasePageProps = {
  useCase: UseCase
  may: { walk: boolean; plan: boolean }
  signals: readonly Signal[]
  tasks: readonly Task[]
  gates: readonly GateLine[]
  notBefore: NotBeforeProps
}

/** One use case: where it is, what this phase still has to bring, what goes wrong, and what helps against it. */
export function UseCasePage({ useCase, may, signals, tasks, gates, notBefore }: UseCasePageProps) {
  const { t } = useWords()
  const { id, name, phase, enteredOn, workgroupId, workgroup } = useCase
  return (
    <Page
      title={name}
      kicker={<Link to={`/app/groups/${workgroupId}`}>{t('phases.ofGroup', { group: workgroup })}</Link>}
      lead={t(`phases.explained.${phase}`)}
    >
      <Road phase={phase} enteredOn={enteredOn} />
      <Section title={t('phases.page.asked')} id="asked">
        <Checklist useCase={useCase} mayShow={may.walk} also={notBefore.belgian ? alsoShown : []} />
        <WayOn useCase={useCase} mayGoOn={may.walk} />
      </Section>
      {signals.length > 0 && <Signals signals={signals} />}
      <Tasks useCaseId={id} phase={phase} tasks={tasks} may={may} />
      <GatesHere phase={phase} gates={gates} />
      <Section title={t('phases.noDay.title')} id="when">
        <NotBefore {...notBefore} />
      </Section>
      <ShownBefore useCase={useCase} />
      <div className="no-print">
        <ButtonRow>
          <PrintButton kind="quiet">{t('phases.page.print')}</PrintButton>
        </ButtonRow>
      </div>
    </Page>
  )
}

/** What is missing before the next phase; with everything there, the way into it for whoever may go. */
function WayOn({ useCase: { id, phase, missing }, mayGoOn }: { useCase: UseCase; mayGoOn: boolean }) {
  const { t } = useWords()
  const next = phases[phases.indexOf(phase) + 1]
  if (!next)
    return <p>{missing.length > 0 ? t('phases.missing', { count: missing.length }) : t('phases.complete.scale')}</p>
  if (missing.length > 0)
    return <p>{t('phases.page.before', { count: missing.length, next: t(`phases.name.${next}`) })}</p>
  return (
    <>
      <p>{t(`phases.complete.${phase}`)}</p>
      {mayGoOn && (
        <ButtonRow>
          <ButtonLink to={`/app/use-cases/${id}/enter`}>
            {t('phases.enter.title', { phase: t(`phases.name.${next}`) })}
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  )
}

/** Pitfalls that the figures show, each with what helps. */
function Signals({ signals }: { signals: readonly Signal[] }) {
  const { t } = useWords()
  return (
    <Section title={t('phases.page.signals')} id="signals">
      <ul>
        {signals.map(signal => (
          <li key={signal}>
            <strong>{t(`phases.signal.${signal}.seen`)}</strong> {t(`phases.signal.${signal}.helps`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
