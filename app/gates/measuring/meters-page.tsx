import { Form, Link, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { useZodForm } from '~/ui/use-zod-form'
import { meterForm } from './form'
import { MeterRemoval, type MeterShown } from './meter-removal'
import { ProgramHelp } from './program-help'

type Refusal = 'noSuchGate' | 'meterNameTaken' | 'tooManyMeters' | 'noSuchMeter'
export type MetersAnswer = {
  added?: { name: string; secret: string }
  refused?: Refusal
  typed?: { name: string }
  failed?: FormFailure
}
type MetersPageProps = {
  gate: { id: string; name: string }
  meters: readonly MeterShown[]
  /** Where programs send to. */
  address: string
  /** The program somebody is about to remove. */
  removing?: MeterShown
  gone?: string
  answer?: MetersAnswer
}

/** The programs that may send measurements of a gate, where one is added, and what one has to send. */
export function MetersPage({ gate, meters, address, removing, gone, answer = {} }: MetersPageProps) {
  const { t } = useWords()
  const { added, refused } = answer
  const home = `/app/gates/${gate.id}/meters`
  const kicker = <Link to={`/app/gates/${gate.id}/measurements`}>{gate.name}</Link>
  if (removing && !added) return <MeterRemoval meter={removing} home={home} />
  return (
    <Page kicker={kicker} title={t('gates.measuring.meters.title')} lead={t('gates.measuring.meters.lead')}>
      {gone && !answer.added && <Notice kind="done">{t('gates.measuring.meters.gone', { name: gone })}</Notice>}
      {refused && <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice>}
      {added && <SecretOnce {...added} />}
      {meters.length === 0 ? <p>{t('gates.measuring.meters.none')}</p> : <MeterTable meters={meters} home={home} />}
      {!added && <Adding home={home} failed={answer.failed} typed={answer.typed} />}
      <ProgramHelp address={address} />
    </Page>
  )
}

function SecretOnce({ name, secret }: { name: string; secret: string }) {
  const { t } = useWords()
  return (
    <Notice kind="warning" title={t('gates.measuring.meters.secretTitle', { name })}>
      <p>
        <code className="secret-once">{secret}</code>
      </p>
      <p>{t('gates.measuring.meters.secretOnce')}</p>
    </Notice>
  )
}

function MeterTable({ meters, home }: { meters: readonly MeterShown[]; home: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const state = ({ id, name, removedOn }: MeterShown) =>
    removedOn ? (
      t('gates.measuring.meters.removed', { day: inWords(removedOn, 'short') })
    ) : (
      <>
        {t('gates.measuring.meters.sends')}{' '}
        <Link to={`${home}?remove=${id}`} aria-label={t('gates.measuring.meters.removeNamed', { name })}>
          {t('gates.measuring.meters.remove')}
        </Link>
      </>
    )
  const columns = [
    { label: t('gates.measuring.meters.name'), cell: ({ name }: MeterShown) => name },
    { label: t('gates.measuring.meters.added'), cell: ({ addedOn }: MeterShown) => <DayText day={addedOn} /> },
    { label: t('gates.measuring.meters.state'), cell: state },
  ]
  const caption = t('gates.measuring.meters.title')
  return <Table caption={caption} captionHidden columns={columns} rows={meters} keyOf={({ id }) => id} />
}

function Adding({ home, failed, typed }: { home: string; failed?: FormFailure; typed?: { name: string } }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const { errors, formProps, field } = useZodForm(meterForm, { defaults: typed, failed })
  return (
    <Section title={t('gates.measuring.meters.addTitle')}>
      <ErrorSummary errors={errors} />
      <Form {...formProps} action={home} className="flow">
        <TextField
          {...field('name')}
          label={t('gates.measuring.meters.name')}
          hint={t('gates.measuring.meters.nameHint')}
          autoComplete="off"
        />
        <ButtonRow>
          <Button busy={busy}>{t('gates.measuring.meters.add')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
