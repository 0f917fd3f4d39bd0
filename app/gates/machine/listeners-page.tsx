import { Form, Link, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import { useZodForm } from '~/ui/use-zod-form'
import { listenerForm } from './form'
import { ListenerEntry } from './listener-entry'
import type { ListenerOnPage } from './listener-on-page'
import type { AddressRefusal } from './telling'

export type ListenersAnswer = {
  added?: { address: string; secret: string }
  refused?: AddressRefusal | 'noSuchGate' | 'listenerChanged' | 'tooManyListeners'
  typed?: { address: string }
  failed?: FormFailure
}
type ListenersPageProps = {
  gate: { id: string; name: string }
  listeners: readonly ListenerOnPage[]
  /** Chance for the next form. */
  form: string
  removing?: ListenerOnPage
  done?: 'told' | 'removed'
  answer?: ListenersAnswer
}

/** The programs that are told when a gate moves, how that goes, and where one is added. */
export function ListenersPage({ gate, listeners, form, removing, done, answer = {} }: ListenersPageProps) {
  const { t } = useWords()
  const { added } = answer
  const home = `/app/gates/${gate.id}/listeners`
  const kicker = <Link to={`/app/gates/${gate.id}`}>{gate.name}</Link>
  if (removing && !added) return <Removal listener={removing} home={home} />
  return (
    <Page kicker={kicker} title={t('gates.machine.title')} lead={t('gates.machine.lead')}>
      {done && !added && <Notice kind="done">{t(`gates.machine.done.${done}`)}</Notice>}
      {added && (
        <Notice kind="warning" title={t('gates.machine.secretTitle', { address: added.address })}>
          <p>
            <code className="secret-once">{added.secret}</code>
          </p>
          <p>{t('gates.machine.secretOnce')}</p>
        </Notice>
      )}
      {listeners.length === 0 && <p>{t('gates.machine.none')}</p>}
      {listeners.map(one => (
        <ListenerEntry key={one.id} listener={one} home={home} />
      ))}
      {!added && <Adding key={form} home={home} form={form} {...answer} />}
      <Section title={t('gates.machine.howTitle')}>
        <p>{t('gates.machine.how')}</p>
        <p>
          <a href={`/gates/${gate.id}.json`}>{t('gates.machine.answerNow')}</a>
        </p>
      </Section>
    </Page>
  )
}

type AddingProps = { home: string; form: string } & ListenersAnswer

function Adding({ home, form, failed, typed, refused }: AddingProps) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const { errors, formProps, field } = useZodForm(listenerForm, { defaults: { ...typed, form }, failed })
  const address = field('address')
  const error = refused && t(`gates.refused.${refused}`)
  return (
    <Section title={t('gates.machine.addTitle')}>
      <ErrorSummary errors={error ? [{ name: 'address', message: error }] : errors} />
      <Form {...formProps} action={home} className="flow">
        <input type="hidden" {...hiddenOnly(field('form'))} />
        <TextField
          {...address}
          error={error ?? address.error}
          label={t('gates.machine.address')}
          hint={t('gates.machine.addressHint')}
          inputMode="url"
          autoComplete="off"
        />
        <ButtonRow>
          <Button busy={busy}>{t('gates.machine.add')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

const hiddenOnly = <Field extends { error?: string }>({ error: _, ...field }: Field) => field

function Removal({ listener: { id, address }, home }: { listener: ListenerOnPage; home: string }) {
  const { t } = useWords()
  return (
    <Page title={t('gates.machine.removeTitle')}>
      <Preview caption={address} irrevocable={[t('gates.machine.removeSecret')]}>
        <p>{t('gates.machine.removeText')}</p>
      </Preview>
      <Form method="post" action={home}>
        <input type="hidden" name="listenerId" value={id} />
        <input type="hidden" name="deed" value="remove" />
        <DoOrGoBack submit={t('gates.machine.remove')} back={t('gates.machine.keep')} backTo={home} />
      </Form>
    </Page>
  )
}
