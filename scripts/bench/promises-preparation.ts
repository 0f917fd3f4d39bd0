// Prepares a register: `promises-preparation.ts <promises> <entries>`, in the data folder of its settings. The ledger
// has about `entries` lines before the first promise is made.
import { closeDatabase, migrate } from '#db'
import { addDays } from '../../app/calendar'
import type { PromiseMove } from '../../app/promises/rules'
import { recordMove, recordPromise, todayHere } from '../../app/promises/store.server'
import { fillLedger } from './ledger-story'
import { foundOrganisation } from './staff'

const board = { roles: ['executive' as const] }
const council = { roles: ['worksCouncil' as const] }
const at = new Date()
const today = todayHere(at)

/** What becomes of promises, in turn; half of those that still wait are past their day. */
const fates: readonly (readonly PromiseMove[])[] = [
  [],
  ['begin'],
  ['begin', 'claimKept', 'confirm'],
  ['claimKept', 'dispute'],
  ['begin'],
  ['claimPartly'],
  ['claimBroken', 'confirm'],
  ['begin', 'withdraw'],
]

const [, , promises = '', entries = ''] = process.argv
await migrate()
await foundOrganisation(1, 1)
await fillLedger(Number(entries))
for (let nth = 1; nth <= Number(promises); nth++) await live(nth)
await closeDatabase()
process.send!({})
process.disconnect()

async function live(nth: number) {
  const made = await recordPromise(said(nth), board, at)
  if (!made.ok) throw new Error(made.because)
  const { id } = made.value
  for (const [step, move] of fates[nth % fates.length]!.entries()) {
    const by = move === 'confirm' || move === 'dispute' ? council : board
    const moved = await recordMove(id, { move, seen: step + 1, note: `Stap ${step + 1} van belofte ${nth}.` }, by, at)
    if (!moved.ok) throw new Error(`${move}: ${moved.because}`)
  }
}

function said(nth: number) {
  return {
    text: `Belofte ${nth}: iedereen krijgt 8 uur training over AI, in werktijd, vóór de proef in het eigen team begint.`,
    why: 'Jullie wilden leren, maar niet in je eigen tijd.',
    ownerRole: 'executive' as const,
    ownerName: '',
    madeOn: addDays(today, -200 - (nth % 100)),
    dueOn: addDays(today, (nth % 2 === 0 ? 1 : -1) * (1 + (nth % 180))),
    scope: 'Alle teams, ook de avonddienst en uitzendkrachten.',
    exclusions: 'Geen diploma, en geen training voor systemen die we nog niet hebben.',
    measure: 'Per team een lijst: 8 uur in het rooster, 8 uur gevolgd.',
  }
}
