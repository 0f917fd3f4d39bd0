// Keeps the till of one group: `replay-work.ts <folder for the ledger's files> <bookings>`. It adds up as the house does,
// in turns with the floor: reading every booking and adding it up in memory, with nothing around it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { bookings, mandates, migrate, transact, workgroups } from '#db'
import { config } from '../../app/config.server'
import { exportLog } from '../../app/ledger/served.server'
import { append, openLedger } from '../../app/ledger/store.server'
import { type Booking, type BookingAsked, balancesOf, bookInto, type Till } from '../../app/workgroups/budget/rules'
import { budgetOf } from '../../app/workgroups/budget/store.server'
import { bookIn } from '../../app/workgroups/budget/till.server'
import { booked } from '../../app/workgroups/budget/witness'

export type Summed = { milliseconds: number }
type Row = Pick<Booking, 'fromAccount' | 'toAccount' | 'cents'>

const [, , files = '', most = '0'] = process.argv
const at = new Date()
const today = at.toISOString().slice(0, 10)
const group = 'W-1'
const proposalId = 'V-1'
/** Bookings written by one transaction while the till is filled; nobody measures that. */
const atATime = 1000
/** Bookings for which one grant is enough. */
const perGrant = 1000

await migrate()
await openLedger(at)
await found()
const law = await fill(Number(most))
const named = {
  log: 'log.jsonl',
  checkpoint: 'checkpoint',
  openings: 'openings.json',
  witnesses: 'witnesses.json',
  leaves: 'leaves.txt',
}
for (const [part, text] of Object.entries(await exportLog()))
  writeFileSync(join(files, named[part as keyof typeof named]), text)
const bare = new Database(join(config.dataDir, 'app.db'), { readonly: true })
const everything = bare.prepare('select from_account as fromAccount, to_account as toAccount, cents from bookings')

const deeds = {
  floor: async () => balancesOf(everything.iterate() as Iterable<Row>).free,
  balances: async () => (await budgetOf(group)).balances.free,
  book: () =>
    transact(tx => bookIn(tx, group, { asked: { kind: 'grant', cents: 1 }, by: 'management', what: 'Erbij' }, at)),
}
if ((await deeds.floor()) !== law.free || (await deeds.balances()) !== law.free) throw new Error('the sums differ')

process.on('message', async ({ deed }: { deed: keyof typeof deeds }) => {
  const start = performance.now()
  await deeds[deed]()
  process.send!({ milliseconds: performance.now() - start } satisfies Summed)
})
process.on('disconnect', () => process.exit(0))
process.send!({})

async function found() {
  const row = { id: group, number: 1, name: 'Groep', state: 'working' as const, seats: 12, weeklyMinutes: 480 }
  const rule = { quorum_pct: 66, majority_pct: 50, veto_pct: 33 }
  const vote = { group, proposal: proposalId, subject: 'expense', closes: today, ...rule }
  const counts = { consent: 9, aside: 0, object: 0 }
  await transact(async tx => {
    await tx.insert(workgroups).values({ ...row, foundedOn: today })
    await tx.insert(mandates).values({ workgroupId: group, version: 1, words: 'Mandaat', enteredOn: today })
    const mandate = { group, version: 1, seats: 12, weekly_minutes: 480 }
    await append(tx, { type: 'workgroup.mandated', data: mandate, words: { text: 'Mandaat' } }, at)
    await append(tx, { type: 'vote.opened', data: vote, words: { title: 'Cursus', text: 'Cursus' } }, at)
    await append(tx, { type: 'vote.closed', data: { proposal: proposalId, outcome: 'adopted', ...counts } }, at)
  })
}

/** What is booked one after the other: money comes in, parts are committed, most of each is paid, the rest let go. */
function asked(nth: number): BookingAsked {
  if (nth % perGrant === 0) return { kind: 'grant', cents: 5_000_000 }
  const turns = [
    { kind: 'commitment', cents: 4000, adopted: true, proposalId },
    { kind: 'expense', cents: 3500, proposalId },
    { kind: 'release', cents: 500, proposalId },
  ] as const
  return turns[((nth % perGrant) - 1) % turns.length]!
}

/** Fills the till by the law itself; only the sums are kept in memory. */
async function fill(count: number) {
  const till: Till = { booked: 0, balances: balancesOf([]), leftOfDecision: Number.MAX_SAFE_INTEGER }
  while (till.booked < count)
    await transact(async tx => {
      const rows: (typeof bookings.$inferInsert)[] = []
      for (let nth = 0; nth < atATime; nth++) {
        const wanted = asked(till.booked)
        const decision = bookInto(till, wanted, wanted.kind === 'grant' ? 'management' : 'group')
        if (!decision.ok) throw new Error(decision.because)
        const row = { ...decision.value, workgroupId: group, what: 'Cursus voor de groep' }
        till.balances[row.fromAccount] -= row.cents
        till.balances[row.toAccount] += row.cents
        till.booked = row.number
        rows.push({ ...row, bookedOn: today })
        await append(tx, booked(row), at)
      }
      await tx.insert(bookings).values(rows)
    })
  return till.balances
}
