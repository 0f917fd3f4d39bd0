import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'
import type { StaffMember, StaffPage } from './staff/list'

type PeoplePageProps = { staff: StaffPage; search: string; applied: boolean }

/** Everybody who works here, by team. */
export function PeoplePage({ staff, search, applied }: PeoplePageProps) {
  const { t } = useWords()
  return (
    <Page title={t('people.list.title')} lead={t('people.list.lead', { count: staff.total })}>
      {applied && <Notice kind="done">{t('people.list.applied')}</Notice>}
      <ButtonRow>
        <ButtonLink to="/app/people/import">{t('people.list.import')}</ButtonLink>
      </ButtonRow>
      {staff.total === 0 ? (
        <EmptyState title={t('people.list.empty')}>{t('people.list.emptyHint')}</EmptyState>
      ) : (
        <Found staff={staff} search={search} />
      )}
    </Page>
  )
}

function Found({ staff, search }: { staff: StaffPage; search: string }) {
  const { t } = useWords()
  return (
    <>
      <Form method="get" className="flow" role="search">
        <TextField name="search" type="search" label={t('people.list.search')} defaultValue={search} />
        <ButtonRow>
          <Button kind="quiet">{t('people.list.searchSubmit')}</Button>
        </ButtonRow>
      </Form>
      {staff.found === 0 ? (
        <EmptyState title={t('people.list.nobody')}>{t('people.list.nobodyHint')}</EmptyState>
      ) : (
        <Members members={staff.members} />
      )}
      {staff.pages > 1 && <Pages staff={staff} search={search} />}
    </>
  )
}

function Members({ members }: { members: StaffMember[] }) {
  const { t } = useWords()
  return (
    <Table
      caption={t('people.list.caption')}
      rows={members}
      keyOf={({ id }) => id}
      columns={[
        { label: t('people.list.name'), cell: ({ name }) => name },
        { label: t('people.list.team'), cell: ({ team }) => team },
        { label: t('people.list.email'), cell: ({ email }) => email },
        {
          label: t('people.list.roles'),
          cell: ({ roles }) => roles.map(role => t(`people.role.${role}`)).join(', '),
        },
        {
          label: t('shell.signIn'),
          cell: ({ id, name }) => (
            <Link to={`/app/people/${id}/link`} aria-label={t('people.list.linkFor', { name })}>
              {t('people.list.link')}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Pages({ staff, search }: { staff: StaffPage; search: string }) {
  const { t } = useWords()
  const { page, pages } = staff
  const address = (to: number) => `?${new URLSearchParams({ search, page: String(to) })}`
  return (
    <nav aria-label={t('people.list.pages')}>
      <p>{t('people.list.page', { page, pages })}</p>
      <ButtonRow>
        {page > 1 && (
          <ButtonLink kind="plain" to={address(page - 1)}>
            {t('people.list.previous')}
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink kind="plain" to={address(page + 1)}>
            {t('people.list.next')}
          </ButtonLink>
        )}
      </ButtonRow>
    </nav>
  )
}
