import { dayIn } from './calendar'
import { config } from './config.server'
import { countEndings } from './conversations/figures/counting.server'
import { forgetToldMonths, tellMonths } from './conversations/figures/telling.server'
import { forgetInvitations } from './conversations/one-to-ones/forgetting.server'
import { tendRecords } from './conversations/retention/expiring.server'
import { replayDestroyed } from './conversations/retention/replaying.server'
import { applyGateDecisions } from './gates/applying.server'
import { sendDue } from './gates/machine/deliveries.server'
import { remindOfVetoes } from './gates/veto/mail.server'
import { finishErasures } from './ledger/erasures/redacting.server'
import { enterRelease } from './ledger/released.server'
import { destroyOldKeys } from './ledger/rotating.server'
import { openLedger } from './ledger/store.server'
import { remindWitnesses } from './ledger/witnesses/mail.server'
import { kindOf, log } from './log.server'
import { forgetEndedSessions } from './people/session.server'
import { closeAndCount, destroyVoid, endAsVoid } from './pulses/closing.server'
import { finishReleases, releaseDue } from './pulses/comments/holds.server'
import { beginAnswering, beginIssuing, tellBallotBox } from './pulses/opening.server'
import { endRestoredRounds } from './pulses/restored.server'
import { dueMove } from './pulses/rules'
import { currentUnits, listRounds, type RoundListed } from './pulses/store.server'
import { forgetPredictions } from './readiness/prediction/store.server'
import { applyExpenses } from './workgroups/budget/applying.server'
import { closeWeeks } from './workgroups/hours/closing.server'
import { holdDraws } from './workgroups/seats/holding.server'
import { closeDueVotes, finishVotes } from './workgroups/votes/closing.server'
import { remindVoters } from './workgroups/votes/reminders.server'

/**
 * Does what the calendar asks of the rounds today. Called every minute and at the
 * start; harmless to repeat. What a rule refuses simply waits for the next minute.
 */
export async function moveRounds(at: Date) {
  for (const round of (await listRounds()).reverse()) await tend(round, at)
  await job('restored', () => endRestoredRounds(at))
  await job('comments', () => releaseDue(at))
  await job('sessions', forgetEndedSessions)
  await job('predictions', () => forgetPredictions(at))
  // Before anything of a talk goes: what is gone cannot be counted.
  await job('talkEndings', () => countEndings(at))
  await job('invitations', () => forgetInvitations(at))
  await job('talkFigures', () => tellMonths(at, unitsNow))
  await job('records', () => tendRecords(at))
  await job('votes', () => closeDueVotes(at))
  await doDecided(at)
  await job('voteMails', () => remindVoters(at))
  await job('witnesses', () => remindWitnesses(at))
  await job('vetoes', () => remindOfVetoes(at))
  await job('groupHours', () => closeWeeks(at))
  await job('draws', () => holdDraws(at))
  // The last one: who listens may take its time.
  await job('listeners', () => sendDue(at))
}

/** Repeats what a fall may have left undone: the ledger is open with one key, erased words have left the disk, destroyed records stay destroyed, rounds of a restored backup have ended, the ballot box knows every round, and nothing is left of a void one. */
export async function recover() {
  await job('ledger', () => openLedger(new Date()))
  await job('released', () => enterRelease(new Date()))
  await job('ledgerKeys', destroyOldKeys)
  await job('erasures', () => finishErasures(new Date()))
  await job('comments', finishReleases)
  await job('talkKeys', forgetToldMonths)
  await job('destroyed', () => replayDestroyed(new Date()))
  await job('restored', () => endRestoredRounds(new Date()))
  await job('votes', finishVotes)
  await doDecided(new Date())
  for (const round of await listRounds()) {
    await job('recover', () => tellBallotBox(round.id))
    if (round.state === 'void' && round.manifest) await job('recover', () => destroyVoid(round.id))
  }
}

/** Does what working groups decided and nobody did yet; what is refused waits. */
async function doDecided(at: Date) {
  await job('gateDecisions', () => applyGateDecisions(at))
  await job('expenses', () => applyExpenses(at))
}

function tend(round: RoundListed, at: Date) {
  const move = dueMove(round, dayIn(config.timeZone, at))
  if (move === 'issuing') return job('issuing', () => beginIssuing(round.id, at))
  if (move === 'open') return job('open', () => beginAnswering(round.id))
  if (move === 'closed') return job('closing', () => closeAndCount(round.id, undefined, at))
  if (move === 'void') return job('void', () => endAsVoid(round.id, 'neverOpened', at))
}

async function unitsNow() {
  const cut = await currentUnits()
  return cut.ok ? cut.value : undefined
}

/** Runs a job; one that fails is logged by its kind and does not stop the others. */
async function job(name: string, work: () => Promise<unknown>) {
  try {
    await work()
  } catch (fault) {
    log('job.failed', { job: name, kind: kindOf(fault) })
  }
}
