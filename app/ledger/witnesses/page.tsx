import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { WitnessKind, WitnessState } from '../witness'
import type { NextStep } from './next'
import { type CosigningFacts, daysUntilMark } from './reminder'

type Witness = { addedSeq: number; name: string; fingerprint: string; lastSignedOn: string | null }
type Proposal = { id: string; name: string; of: WitnessKind; state: WitnessState; proposedOn: string }
type WitnessesPageProps = {
  standing: CosigningFacts
  witnesses: readonly Witness[]
  proposals: readonly Proposal[]
  next: NextStep
  /** Whether the reader speaks for the works council. */
  isKeeper: boolean
}

/** What a witness is, who is one, and what this reader can do next. */
export function WitnessesPage({ standing, witnesses, proposals, next, isKeeper }: WitnessesPageProps) {
  const { t } = useWords()
  // Whoever is confirmed stands among the witnesses already.
  const others = proposals.filter(({ state }) => state !== 'confirmed')
  return (
    <Page title={t('witness.list.title')} lead={t('witness.list.lead')}>
      <Next step={next} standing={standing} />
      {witnesses.length === 0 ? (
        <EmptyState title={t('witness.list.empty')}>{t('witness.list.emptyText')}</EmptyState>
      ) : (
        <Present witnesses={witnesses} isKeeper={isKeeper} />
      )}
      {others.length > 0 && <Proposals proposals={others} />}
      <Section title={t('witness.list.what')}>
        <p>{t('witness.list.whatText')}</p>
        <p>{t('witness.list.who', { days: daysUntilMark })}</p>
        <p>{t('witness.list.honest')}</p>
      </Section>
      {isKeeper && witnesses.length > 0 && (
        <ButtonRow>
          <ButtonLink kind="quiet" to="/app/witnesses/new">
            {t('witness.list.another')}
          </ButtonLink>
        </ButtonRow>
      )}
    </Page>
  )
}

/** The one thing to do now comes first. */
function Next({ step, standing }: { step: NextStep; standing: CosigningFacts }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const name = 'name' in step ? step.name : ''
  const { waiting, lastSignedOn } = standing
  const date = lastSignedOn ? inWords(lastSignedOn, 'short') : ''
  const to = wayOf(step)
  return (
    <Section title={t('witness.next.title')}>
      <p>{t(`witness.next.${step.kind}`, { name, count: waiting })}</p>
      {date && <p>{t('witness.next.last', { date })}</p>}
      {to && (
        <ButtonRow>
          <ButtonLink to={to}>{t(`witness.next.go.${step.kind}` as 'witness.next.go.cosign')}</ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}

function wayOf(step: NextStep): string | undefined {
  if (step.kind === 'register' || step.kind === 'confirm') return `/app/witnesses/proposals/${step.id}`
  if (step.kind === 'propose') return '/app/witnesses/new'
  return step.kind === 'cosign' ? '/app/witnesses/cosign' : undefined
}

function Present({ witnesses, isKeeper }: { witnesses: readonly Witness[]; isKeeper: boolean }) {
  const { t } = useWords()
  const end = ({ addedSeq, name }: Witness) => (
    <Link to={`/app/witnesses/remove/${addedSeq}`} aria-label={t('witness.list.removeOne', { name })}>
      {t('witness.list.remove')}
    </Link>
  )
  const signed = ({ lastSignedOn }: Witness) =>
    lastSignedOn ? <DayText day={lastSignedOn} /> : t('witness.list.notYet')
  const columns = [
    { label: t('witness.list.name'), cell: ({ name }: Witness) => name },
    { label: t('witness.list.fingerprint'), cell: (each: Witness) => <code>{each.fingerprint}</code> },
    { label: t('witness.list.signed'), cell: signed },
    ...(isKeeper ? [{ label: t('witness.list.remove'), cell: end }] : []),
  ]
  return <Table caption={t('witness.list.present')} rows={witnesses} keyOf={({ name }) => name} columns={columns} />
}

function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useWords()
  const link = ({ id, name }: Proposal) => <Link to={`/app/witnesses/proposals/${id}`}>{name}</Link>
  const columns = [
    { label: t('witness.list.name'), cell: link },
    { label: t('witness.list.of'), cell: ({ of }: Proposal) => t(`witness.kind.${of}`) },
    { label: t('witness.list.state'), cell: ({ state }: Proposal) => t(`witness.state.${state}`) },
    { label: t('witness.list.proposedOn'), cell: ({ proposedOn }: Proposal) => <DayText day={proposedOn} /> },
  ]
  return <Table caption={t('witness.list.proposals')} rows={proposals} keyOf={({ id }) => id} columns={columns} />
}
