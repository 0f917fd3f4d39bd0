import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { offerForm } from '../form'
import { Promised } from '../mandate-text'
import type { GroupShown } from '../shown'
import { type Contract, contracts, type Shift, shifts } from './rules'

export type OfferRefusal =
  | 'othersWait'
  | 'otherSideOfTheTable'
  | 'groupEnded'
  | 'alreadySits'
  | 'drawRunning'
  | 'noSuchGroup'
type VolunteerPageProps = {
  group: GroupShown
  site: string
  offer?: { number: number | null; shift: Shift; contract: Contract }
  /** Whether they sit and may offer for the next term. */
  mayStay: boolean
  /** Why nobody can offer or take back now. */
  closed?: OfferRefusal
  answer?: { failed?: FormFailure; refused?: OfferRefusal }
}

/** Where somebody offers to sit in a group, and takes it back. */
export function VolunteerPage({ group, site, offer, mayStay, closed, answer = {} }: VolunteerPageProps) {
  const { t } = useWords()
  const refused = answer.refused ?? closed
  return (
    <Page
      kicker={<Link to={`/app/groups/${group.id}`}>{group.name}</Link>}
      title={t('groups.volunteer.title')}
      lead={t('groups.volunteer.lead')}
    >
      {refused && <Notice kind="warning">{t(`groups.refused.${refused}`)}</Notice>}
      {mayStay && !closed && <Notice>{t('groups.volunteer.mayStay')}</Notice>}
      {offer && !mayStay && !answer.failed && (
        <Offered number={offer.number} isFixed={closed === 'drawRunning'} groupId={group.id} />
      )}
      <Promised seats={group.seats} weeklyMinutes={group.weeklyMinutes} />
      <Section title={t('groups.volunteer.sight')}>
        <ul>
          {(['nobody', 'numbers', 'draw', 'seated'] as const).map(part => (
            <li key={part}>{t(`groups.volunteer.seen.${part}`)}</li>
          ))}
        </ul>
      </Section>
      {!closed && <Offer site={site} offer={offer} mayStay={mayStay} failed={answer.failed} />}
    </Page>
  )
}

function Offered({ number, isFixed, groupId }: { number: number | null; isFixed: boolean; groupId: string }) {
  const { t } = useWords()
  return (
    <Notice kind="done" title={t('groups.volunteer.offered')}>
      {number !== null && (
        <p>
          <Link to={`/app/groups/${groupId}/draw`}>{t('groups.draw.yours', { number })}</Link>
        </p>
      )}
      {!isFixed && (
        <Form method="post">
          <Button name="deed" value="takeBack" kind="quiet">
            {t('groups.volunteer.takeBack')}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

type OfferProps = Pick<VolunteerPageProps, 'site' | 'offer' | 'mayStay'> & { failed?: FormFailure }

function Offer({ site, offer, mayStay, failed }: OfferProps) {
  const { t } = useWords()
  const changes = offer && !mayStay
  const { errors, formProps, field } = useZodForm(offerForm, { defaults: offer, failed })
  const group = (name: 'shift' | 'contract', values: readonly string[], label: (value: never) => string) => {
    const { defaultValue, ...rest } = field(name)
    const choices = values.map(value => ({ value, label: label(value as never) }))
    return (
      <RadioGroup {...rest} label={t(`groups.volunteer.${name}`)} choices={choices} chosen={[defaultValue ?? '']} />
    )
  }
  return (
    <Section title={t(changes ? 'groups.volunteer.change' : 'groups.volunteer.offer')}>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <p>{t('groups.volunteer.site', { site })}</p>
        {group('shift', shifts, (value: Shift) => t(`groups.shift.${value}`))}
        {group('contract', contracts, (value: Contract) => t(`groups.contract.${value}`))}
        <ButtonRow>
          <Button>{t(changes ? 'groups.volunteer.change' : 'groups.volunteer.submit')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
