import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commentHolds, councilKeys, db, publishedComments, rounds, transact } from '#db'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { dropWaitingComments } from '~/pulses/restored.server'
import { canCopy, emptyHome, freshPlace, runScript } from './commands'
import { houseInTheMiddleOfARound } from './running-house'

// What waits when a backup is made: a round for the works council, and comments for a confidant.

// Each test starts the command a few times, and a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 120_000 })

const backup = freshPlace('backup')
let round = ''

const set = (done: Partial<typeof rounds.$inferSelect>) =>
  transact(tx => tx.update(rounds).set(done).where(eq(rounds.id, round)))
const outcomeOf = async (script: string, args: string[], home = {}) =>
  JSON.parse(/^OUTCOME (.*)$/m.exec((await runScript(script, args, home)).said)![1]!)
const bodies = async () => (await db.select().from(publishedComments)).map(({ body }) => body).sort()

async function comments(released: boolean) {
  const id = released ? 'R-eerder' : round
  const days = { issuingFrom: '2026-01-05', opensOn: '2026-01-12', closesOn: '2026-01-19' }
  const earlier = { ...days, number: 99, state: 'published' as const, withPilotItem: false }
  await transact(async tx => {
    if (released) await tx.insert(rounds).values({ id, ...earlier })
    const releasedOn = released ? '2026-01-30' : null
    await tx.insert(commentHolds).values({ roundId: id, heldUntil: '2026-01-30', releasedOn, blanked: 0 })
    await tx
      .insert(publishedComments)
      .values({ id, roundId: id, cellId: 'U1', body: released ? 'Vrij' : 'Karin wacht' })
  })
}

beforeAll(async () => {
  ;({ round } = await houseInTheMiddleOfARound())
  await comments(true)
  await comments(false)
})
afterAll(closeBallotBox)

test.runIf(canCopy)(
  'no backup is made while the server counts, but one is while the works council still has to',
  async () => {
    const back = () => runScript('scripts/backup.ts', [freshPlace('backup')])
    await set({ state: 'closed' })
    expect(await back()).toMatchObject({ code: 1, said: expect.stringContaining('is being counted this moment') })
    await set({ closingStep: 'boxShut' })
    expect((await back()).code, 'control: without the works council the server counts').toBe(1)
    await transact(tx => tx.insert(councilKeys).values({ roundId: round }))
    const { code, said } = await runScript('scripts/backup.ts', [backup, '--with-ledger-key'])
    expect([code, said]).toEqual([0, expect.stringContaining(`the works council still has to count ${round}`)])
    await set({ closingStep: 'counted' })
    expect((await back()).code, 'control: counted and not yet published').toBe(1)
    await set({ closingStep: 'boxShut' })
  },
)

test.runIf(canCopy)(
  'restored, that round has ended, and only comments that everybody could read are left',
  async () => {
    const home = await emptyHome()
    const { code, said } = await runScript('scripts/restore.ts', [backup], home)
    expect([code, said]).toEqual([0, expect.stringContaining('It has ended without a result')])
    const nullifier = Buffer.alloc(32).toString('base64url')
    const outcome = await outcomeOf('tests/machine-room/draw-again.ts', [round, 'A7', nullifier], home)
    expect(outcome).toMatchObject({ state: 'void', voidReason: 'restored' })
    expect(await outcomeOf('tests/machine-room/comments-left.ts', [], home)).toEqual(['Vrij'])
  },
)

test('what waits is dropped on either engine; control: without that both stand there', async () => {
  expect(await bodies()).toEqual(['Karin wacht', 'Vrij'])
  await dropWaitingComments()
  expect(await bodies()).toEqual(['Vrij'])
})
