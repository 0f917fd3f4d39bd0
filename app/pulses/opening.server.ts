import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Db, reportingUnits, rounds, transact, unitMembers } from '#db'
import {
  generateBoxKey,
  generateIssueKey,
  type KeyPair,
  privateBytes,
  publicBytes,
} from '~/ballot-box/blind-signing.server'
import { keepTokensOf } from '~/ballot-box/council-tokens.server'
import { type Manifest, writeManifest } from '~/ballot-box/manifest'
import { announceRound, setRoundState } from '~/ballot-box/store.server'
import { takeTalksAlong } from '~/conversations/team/asking.server'
import { refuse } from '~/decision'
import { keepKey } from '~/keys.server'
import { append } from '~/ledger/store.server'
import { leafHash, treeRoot } from '~/ledger/tree'
import { log } from '~/log.server'
import { takeAlong } from '~/promises/verdict-store.server'
import { takePollsAlong } from '~/workgroups/polls/store.server'
import { ballotBox } from './ballot-box.server'
import { roundOpened } from './bearing-witness'
import { boxKeyFacts, keepBoxKey } from './box-key.server'
import { memberLeaf } from './checks/membership'
import { boxKeyHeld } from './council/events'
import { findHeldKeys } from './council/store.server'
import { manifestOf, questionsOf } from './questions'
import { openRound, startIssuing } from './rules'
import { currentUnits, findRound, findRoundBefore, listRounds } from './store.server'
import type { ReportingUnit, UnitNode } from './units'

export { boxKeyName } from './box-key.server'

type Member = { personId: string; unitId: string; salt: Buffer }
type FrozenUnit = ReportingUnit & { key: KeyPair; members: Member[] }

/**
 * Starts issuing tokens: freezes who is counted where, makes the keys, writes the manifest and enters it in the ledger.
 *
 * The keys are made first, outside the transaction, because that takes seconds; if the
 * round may not start after all they are never used, and the next attempt replaces them.
 */
export async function beginIssuing(roundId: string, at = new Date()) {
  const cut = await currentUnits()
  if (!cut.ok) return cut
  const units = await Promise.all(cut.value.units.map(freeze))
  const boxKey = await generateBoxKey()
  const started = await transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round) return refuse('noSuchRound')
    const decision = startIssuing(round, await listRounds(tx))
    if (!decision.ok) return decision
    const now = await currentUnits(tx)
    if (!now.ok || JSON.stringify(now.value.units) !== JSON.stringify(cut.value.units)) return refuse('staffChanged')
    const held = await findHeldKeys(roundId, tx)
    const boxFacts = boxKeyFacts(held ?? keepBoxKey(roundId, boxKey))
    await keepUnits(tx, roundId, units)
    const manifest = manifestOf({
      round: roundId,
      ...round,
      questions: [...questionsOf(round), ...(round.embargoUntil ? [] : await questionsAlong(tx, roundId, at))],
      units: units.map(asInManifest),
      ...boxFacts,
    })
    const row = frozen(manifest, cut.value.tree)
    const openedSeq = await append(tx, roundOpened(manifest, row.manifestSha256), at)
    if (held) await append(tx, boxKeyHeld(roundId, boxFacts.boxKeySha256, held.signingKey), at)
    await tx.update(rounds).set(Object.assign(row, { openedSeq })).where(eq(rounds.id, roundId))
    return decision
  })
  if (started.ok) {
    await tellBallotBox(roundId)
    log('round.issuing', { round: roundId, units: units.length })
  }
  return started
}

/** What a round asks besides its own questions: of promises that somebody wants judged, of talks that were held, and of a plan of a working group. */
const questionsAlong = async (tx: Db, roundId: string, at: Date) =>
  [await takeAlong(tx, roundId, at), await takeTalksAlong(tx, roundId), await takePollsAlong(tx, roundId)].flat()

/** Opens a round for answers, if the round before it has been answered by management. */
export async function beginAnswering(roundId: string) {
  const opened = await transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round) return refuse('noSuchRound')
    const decision = openRound(round, await findRoundBefore(round.number, tx))
    if (decision.ok) await tx.update(rounds).set({ state: decision.value }).where(eq(rounds.id, roundId))
    return decision
  })
  if (opened.ok) {
    await tellBallotBox(roundId)
    log('round.open', { round: roundId })
  }
  return opened
}

/** Brings the ballot box in line with the round; harmless to repeat, and repeated after every restart. */
export async function tellBallotBox(roundId: string) {
  const round = await findRound(roundId)
  if (!round?.manifest || (round.state !== 'issuing' && round.state !== 'open')) return
  announceRound(ballotBox(), Buffer.from(round.manifest))
  if (round.isCouncilHeld) keepTokensOf(ballotBox(), roundId)
  setRoundState(ballotBox(), roundId, round.state)
}

/** Keeps the key of each unit, and who is counted in it. */
async function keepUnits(tx: Db, roundId: string, units: FrozenUnit[]) {
  for (const unit of units) keepKey(roundId, unit.id, privateBytes(unit.key.privateKey))
  await tx.insert(reportingUnits).values(units.map(unit => rowOf(roundId, unit)))
  for (const unit of units) await tx.insert(unitMembers).values(unit.members.map(member => ({ roundId, ...member })))
}

async function freeze(unit: ReportingUnit): Promise<FrozenUnit> {
  const members = unit.memberIds.map(personId => ({ personId, unitId: unit.id, salt: randomBytes(32) }))
  return { ...unit, members, key: await generateIssueKey() }
}

const rowOf = (roundId: string, unit: FrozenUnit) => ({
  roundId,
  unitId: unit.id,
  label: unit.label,
  roster: unit.members.length,
  issueKeySpki: publicBytes(unit.key.publicKey),
})

const asInManifest = (unit: FrozenUnit): Manifest['units'][number] => ({
  id: unit.id,
  label: unit.label,
  roster: unit.members.length,
  issue_key_spki: publicBytes(unit.key.publicKey).toString('base64url'),
  members_root: membersRoot(unit.members).toString('base64url'),
})

/** Returns one number for a unit's list of people; with their own salt, members can check that they are on it. */
const membersRoot = (members: Member[]) =>
  treeRoot(members.map(({ salt, personId }) => leafHash(sha256(memberLeaf(salt, personId)))))

function frozen(manifest: Manifest, tree: UnitNode) {
  const bytes = Buffer.from(writeManifest(manifest))
  return {
    state: 'issuing' as const,
    manifest: bytes.toString('utf8'),
    manifestSha256: sha256(bytes).toString('base64url'),
    unitTree: JSON.stringify(tree),
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
