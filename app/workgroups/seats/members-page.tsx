import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import { MemberList } from '../member-list'
import type { GroupShown, MemberShown, OwnStanding, SeatsShown } from '../shown'
import { Composition } from './composition'
import { FreeSeats } from './free-seats'
import { offices } from './rules'

export type MembersRefusal = 'noSuchGroup' | 'notAMember'
type MembersPageProps = {
  group: GroupShown
  members: readonly MemberShown[]
  /** Names of those whose seat rests. */
  resting: readonly string[]
  seats: SeatsShown
  own: OwnStanding
  isLeaving: boolean
  refused?: MembersRefusal
}

/** Who sits in a group, what they do in it, and who is still missing at the table. */
export function MembersPage({ group, members, resting, seats, own, isLeaving, refused }: MembersPageProps) {
  const { t } = useWords()
  const kicker = <Link to={`/app/groups/${group.id}`}>{group.name}</Link>
  if (isLeaving && own.sits) return <Leaving group={group} />
  return (
    <Page kicker={kicker} title={t('groups.members.title')} lead={t('groups.members.lead')}>
      {refused && <Notice kind="warning">{t(`groups.refused.${refused}`)}</Notice>}
      <MemberList members={members} />
      {resting.map(name => (
        <p key={name}>{t('groups.members.rests', { name })}</p>
      ))}
      <FreeSeats seats={seats} />
      {own.mayStay && (
        <ButtonRow>
          <ButtonLink to={`/app/groups/${group.id}/volunteer`}>{t('groups.members.stay')}</ButtonLink>
        </ButtonRow>
      )}
      {seats.free > 0 && own.maySeat && (
        <ButtonRow>
          <ButtonLink to={`/app/groups/${group.id}/draw`}>{t('groups.hub.fill')}</ButtonLink>
        </ButtonRow>
      )}
      <Section title={t('groups.composition.title')}>
        <Composition seats={seats} />
        <p className="note">{t('groups.composition.note')}</p>
      </Section>
      {own.sits && <Offices members={members} />}
      {own.sits && (
        <Section title={t('groups.leave.title')}>
          <p>{t('groups.leave.text')}</p>
          <ButtonRow>
            <ButtonLink to="?leave" kind="quiet">
              {t('groups.leave.open')}
            </ButtonLink>
          </ButtonRow>
        </Section>
      )}
    </Page>
  )
}

function Offices({ members }: { members: readonly MemberShown[] }) {
  const { t } = useWords()
  return (
    <Section title={t('groups.offices.title')}>
      <p>{t('groups.offices.text')}</p>
      <Form method="post">
        <SelectField name="personId" label={t('groups.members.name')}>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="office" label={t('groups.members.office')}>
          {offices.map(office => (
            <option key={office} value={office}>
              {t(`groups.office.${office}`)}
            </option>
          ))}
        </SelectField>
        <ButtonRow>
          <Button name="deed" value="office" kind="quiet">
            {t('groups.offices.submit')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** What leaving means, before it is done. */
function Leaving({ group }: { group: GroupShown }) {
  const { t } = useWords()
  const lasting = (['seat', 'vote', 'offer'] as const).map(one => t(`groups.leave.${one}`))
  const back = `/app/groups/${group.id}/members`
  return (
    <Page kicker={<Link to={back}>{group.name}</Link>} title={t('groups.leave.title')}>
      <Preview caption={t('groups.leave.caption')} irrevocable={lasting}>
        <p>{t('groups.leave.text')}</p>
      </Preview>
      <Form method="post" action={back}>
        <input type="hidden" name="deed" value="leave" />
        <DoOrGoBack submit={t('groups.leave.submit')} back={t('groups.leave.stay')} backTo={back} />
      </Form>
    </Page>
  )
}
