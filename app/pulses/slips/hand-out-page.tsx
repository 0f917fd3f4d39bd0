import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { SelectField, TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { Table } from '~/ui/table'
import { KeyHolderNotice } from './advice'
import type { HandOutRefusal, Listed, SlipUnit } from './rules'

export type HandOutShown = {
  round: { id: string; number: number; isCouncilHeld: boolean }
  units: SlipUnit[]
  unit: SlipUnit
  search: string
  people: Listed[]
  /** Whoever is about to draw a slip. */
  chosen?: Listed
  given: boolean
}

type Props = HandOutShown & { refused?: HandOutRefusal }

/** Who got a slip: found by name, ticked once, for good. */
export function HandOutPage({ refused, ...shown }: Props) {
  const { t } = useWords()
  const { round, unit, chosen, given } = shown
  return (
    <Page
      kicker={<Link to={`/app/rounds/${round.id}/slips`}>{t('slips.page.title', { number: round.number })}</Link>}
      title={t('slips.handOut.title')}
      lead={t('slips.handOut.lead')}
    >
      {round.isCouncilHeld && <KeyHolderNotice />}
      {given && !refused && <Notice kind="done">{t('slips.handOut.done')}</Notice>}
      {refused && <Notice kind="warning">{t(`slips.refused.${refused}`)}</Notice>}
      {chosen && !chosen.hasSlip && !refused && <Confirm {...shown} chosen={chosen} />}
      <Search {...shown} />
      <p>{t('slips.handOut.count', { made: unit.made, handedOut: unit.handedOut })}</p>
      <People {...shown} />
    </Page>
  )
}

/** Asks once: a slip cannot be told from another, so nobody can take one back. */
function Confirm({ round, unit, search, chosen }: HandOutShown & { chosen: Listed }) {
  const { t } = useWords()
  return (
    <section aria-label={t('slips.handOut.confirm', { name: chosen.name })}>
      <Preview
        caption={t('slips.handOut.confirm', { name: chosen.name })}
        irrevocable={[t('slips.handOut.noToken'), t('slips.handOut.noUndo')]}
      >
        <p>{t('slips.handOut.bowl', { unit: unit.label })}</p>
      </Preview>
      <form method="post">
        <input type="hidden" name="person" value={chosen.id} />
        <ButtonRow>
          <Button>{t('slips.handOut.submit', { name: chosen.name })}</Button>
          <ButtonLink kind="quiet" to={addressOf(round.id, unit.id, search)}>
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </section>
  )
}

function Search({ units, unit, search }: HandOutShown) {
  const { t } = useWords()
  return (
    <Form method="get" className="flow" role="search" key={unit.id}>
      <SelectField name="unit" label={t('slips.make.unit')} defaultValue={unit.id}>
        {units.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField name="search" type="search" label={t('slips.handOut.search')} defaultValue={search} />
      <ButtonRow>
        <Button kind="quiet">{t('slips.handOut.searchSubmit')}</Button>
      </ButtonRow>
    </Form>
  )
}

function People({ round, unit, search, people }: HandOutShown) {
  const { t } = useWords()
  if (people.length === 0)
    return <EmptyState title={t('slips.handOut.nobody')}>{t('slips.handOut.nobodyHint')}</EmptyState>
  const give = ({ id, name }: Listed) => (
    <Link
      to={`${addressOf(round.id, unit.id, search)}&person=${encodeURIComponent(id)}`}
      aria-label={t('slips.handOut.giveTo', { name })}
    >
      {t('slips.handOut.give')}
    </Link>
  )
  return (
    <Table
      caption={t('slips.handOut.caption', { unit: unit.label })}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { label: t('slips.handOut.name'), cell: ({ name }) => name },
        {
          label: t('slips.handOut.slip'),
          cell: person => (person.hasSlip ? `✓ ${t('slips.handOut.has')}` : give(person)),
        },
      ]}
    />
  )
}

const addressOf = (round: string, unit: string, search: string) =>
  `/app/rounds/${round}/slips/hand-out?${new URLSearchParams({ unit, search })}`
