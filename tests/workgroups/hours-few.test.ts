import { beforeAll, expect, test } from 'vitest'
import { db, ledgerEntries } from '#db'
import { closeWeeks } from '~/workgroups/hours/closing.server'
import { recordOwn } from '~/workgroups/hours/entering.server'
import { tellable } from '~/workgroups/hours/rules'
import { hoursOf } from '~/workgroups/hours/store.server'
import { openGroups } from '~/workgroups/open-groups.server'
import { foundOrganisation, hire } from '../people/cast'
import { foundGroup, hireTill } from './till'

// What one or two people did with their hours is told to nobody: not on a page, not in public, not in the ledger.

const at = new Date('2026-06-10T10:00:00Z')
const everybody = ['lid', 'tweede', 'derde']
beforeAll(async () => {
  await foundOrganisation()
  await hireTill()
  for (const one of ['tweede', 'derde']) await hire(`${one}@v.nl`)
})

/** A group of so many, in which the first had 61 minutes pulled back and used 333; with all that anybody can read of it. */
async function readOf(count: number) {
  const group = await foundGroup(everybody.slice(0, count), '2026-05-25')
  const own = { week: '2026-W22', usedMinutes: 333, pulledBackMinutes: 61 }
  expect(await recordOwn(group, own, 'lid', at)).toMatchObject({ ok: true })
  await closeWeeks(at)
  const open = (await openGroups(at)).find(({ id }) => id === group)!
  const ledger = (await db.select().from(ledgerEntries)).map(({ bytes }) => JSON.parse(bytes))
  const told = ledger.filter(({ type, data }) => type === 'hours.reported' && data.group === group)
  return { hours: await hoursOf(group, '2026-06-10'), open, told }
}

test.each([1, 2])('of %i nobody reads what was used or pulled back; what was promised stays', async count => {
  const { hours, open, told } = await readOf(count)
  expect(JSON.stringify([hours, open, told])).not.toMatch(/333|61/)
  expect(hours).toMatchObject({
    weeks: [{ promisedMinutes: 480 * count, isHeldBack: true }],
    lately: { isHeldBack: true },
  })
  expect([open.releasedPct, told]).toEqual([undefined, []])
})

test('control: of three the sum is told', async () => {
  const { hours, open, told } = await readOf(3)
  expect(hours.weeks).toMatchObject([{ usedMinutes: 333, pulledBackMinutes: 61 }])
  expect([open.releasedPct, told.length]).toEqual([0, 1])
  expect(tellable({ ...hours.weeks[0]!, members: 2 })).toMatchObject({ usedMinutes: 0, isHeldBack: true })
})
