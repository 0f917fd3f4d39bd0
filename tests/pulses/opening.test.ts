import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db, organisation, persons, reportingUnits, rounds, transact, unitMembers } from '#db'
import { readPrivateKey, readPublicKey } from '~/ballot-box/blind-signing.server'
import { checkManifest } from '~/ballot-box/manifest'
import { openBox, roundOf } from '~/ballot-box/store.server'
import { config } from '~/config.server'
import { findKey } from '~/keys.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { beginAnswering, beginIssuing, boxKeyName, tellBallotBox } from '~/pulses/opening.server'
import { findRound } from '~/pulses/store.server'
import { answerRound, foundHouse, issuingRound, manifestFor, openedRound, plan, staffRow, today } from './round-trip'

beforeAll(async () => {
  await foundHouse({ A: 9, B: 3, C: 6, D: 2 })
  return closeBallotBox
})

let round = ''
beforeEach(async () => {
  round = await issuingRound()
  return () => endAsVoid(round, 'mistake')
})

test('freezes the units: small teams together, everybody in exactly one, later staff in none', async () => {
  const units = await db.select().from(reportingUnits).where(eq(reportingUnits.roundId, round))
  expect(units.map(({ unitId, label, roster }) => [unitId, label, roster]).sort()).toEqual([
    ['U1', 'A', 9],
    ['U2', 'B + C + D', 11],
  ])
  await transact(tx => tx.insert(persons).values(staffRow(`A-${round}`, 'A')))
  const members = await db.select().from(unitMembers).where(eq(unitMembers.roundId, round))
  expect(new Set(members.map(({ personId }) => personId)).size).toBe(members.length)
  expect(members.some(({ personId }) => personId === `A-${round}`)).toBe(false)
  await transact(tx =>
    tx
      .update(persons)
      .set({ leftAt: new Date() })
      .where(eq(persons.id, `A-${round}`)),
  )
})

test('writes a manifest that a browser accepts, under the hash that is announced', async () => {
  const row = (await findRound(round))!
  const manifest = await manifestFor(round)
  expect(createHash('sha256').update(row.manifest!).digest('base64url')).toBe(row.manifestSha256)
  expect((await checkManifest(manifest)).ok).toBe(true)
  expect(manifest).toMatchObject({ round, issuing_from: plan.issuingFrom, opens: plan.opensOn, closes: plan.closesOn })
})

test('keeps for each unit, and for the box, the private half of the key in the manifest', async () => {
  const manifest = await manifestFor(round)
  const publicHalf = (name: string) => {
    const { n } = readPrivateKey(findKey(round, name)!).export({ format: 'jwk' })
    return n
  }
  const published = (spki: string) => readPublicKey(Buffer.from(spki, 'base64url')).export({ format: 'jwk' }).n
  for (const unit of manifest.units) expect(publicHalf(unit.id)).toBe(published(unit.issue_key_spki))
  expect(publicHalf(boxKeyName)).toBe(published(manifest.box_key_spki))
})

test('announces exactly these bytes to the ballot box', async () => {
  const row = (await findRound(round))!
  expect(roundOf(ballotBox(), round)).toMatchObject({ state: 'issuing', manifestSha256: row.manifestSha256 })
})

test('a second start is refused and leaves keys and manifest alone', async () => {
  const keys = () => ['U1', 'U2', boxKeyName].map(name => findKey(round, name)!.toString('hex'))
  const [row, kept] = [await findRound(round), keys()]
  expect(await beginIssuing(round)).toEqual({ ok: false, because: 'wrongState' })
  expect(await findRound(round)).toEqual(row)
  expect(keys()).toEqual(kept)
  expect(await beginIssuing('R99')).toEqual({ ok: false, because: 'noSuchRound' })
})

test('two starts at once make one round', async () => {
  await endAsVoid(round, 'mistake')
  const next = await draftRound(plan, today)
  round = next.ok ? next.value.id : ''
  const answers = await Promise.all([beginIssuing(round), beginIssuing(round)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await checkManifest(await manifestFor(round))).ok).toBe(true)
  const { n } = readPrivateKey(findKey(round, 'U1')!).export({ format: 'jwk' })
  const spki = Buffer.from((await manifestFor(round)).units[0]!.issue_key_spki, 'base64url')
  expect(readPublicKey(spki).export({ format: 'jwk' }).n).toBe(n)
})

test('staff who change while the keys are made stop the start', async () => {
  await endAsVoid(round, 'mistake')
  const next = await draftRound(plan, today)
  round = next.ok ? next.value.id : ''
  const starting = beginIssuing(round)
  await new Promise(resolve => setTimeout(resolve, 10))
  await transact(tx => tx.insert(persons).values(staffRow(`B-${round}`, 'B')))
  expect(await starting).toEqual({ ok: false, because: 'staffChanged' })
  expect((await findRound(round))!.state).toBe('draft')
})

test('a restart tells the ballot box again what it may have missed', async () => {
  await openedRound(round)
  const box = openBox(join(config.dataDir, 'ballot-box', 'box.db'))
  box.prepare("update box_round set state = 'issuing' where round_id = ?").run(round)
  box.close()
  await tellBallotBox(round)
  await tellBallotBox(round)
  expect(roundOf(ballotBox(), round)!.state).toBe('open')
})

test('nobody is asked again before the last round is answered, and ending a round between them is no way around', async () => {
  await openedRound(round)
  await closeAndCount(round)
  const unanswered = round
  const between = await draftRound(plan, today)
  if (between.ok) await endAsVoid(between.value.id, 'mistake')
  round = await issuingRound()
  expect(await beginAnswering(round)).toEqual({ ok: false, because: 'responseMissing' })
  await answerRound(unanswered)
  expect(await beginAnswering(round)).toEqual({ ok: true, value: 'open' })
})

test('an organisation without eight people starts nothing', async () => {
  await endAsVoid(round, 'mistake')
  const next = await draftRound(plan, today)
  round = next.ok ? next.value.id : ''
  await transact(tx => tx.update(persons).set({ leftAt: new Date() }))
  expect(await beginIssuing(round)).toEqual({ ok: false, because: 'tooFewPeople' })
  await transact(tx => tx.update(persons).set({ leftAt: null }))
  expect(await db.select().from(organisation)).toHaveLength(1)
  expect(await db.select().from(rounds).where(eq(rounds.state, 'issuing'))).toEqual([])
})
