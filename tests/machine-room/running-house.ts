import { type Ballot, ballotsOf } from '~/ballot-box/store.server'
import { openLedger } from '~/ledger/store.server'
import { startSession } from '~/people/session.server'
import { ballotBox } from '~/pulses/ballot-box.server'
import { castAll, foundHouse, issuingRound, openedRound } from '../pulses/round-trip'

/** Founds a house of twelve in which a round is open, four have answered and somebody is signed in. */
export async function houseInTheMiddleOfARound(): Promise<{ round: string; ballots: Ballot[] }> {
  await foundHouse({ A: 12 })
  await openLedger(new Date())
  const round = await issuingRound()
  await openedRound(round)
  const early = ['A1', 'A2', 'A3', 'A4']
  await castAll(
    round,
    early.map(person => ({ person, unit: 'U1', answer: 4 })),
  )
  await startSession('A9')
  return { round, ballots: [...ballotsOf(ballotBox(), round)] }
}
