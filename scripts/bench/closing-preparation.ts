// Prepares a round that is ready to be closed: `closing-preparation.ts <ballots>`, in the data folder of its settings.
import { randomBytes } from 'node:crypto'
import { closeDatabase } from '#db'
import { fromBase64url } from '../../app/ballot-box/bytes'
import { importBoxKey, seal } from '../../app/ballot-box/seal.client'
import { type Ballot, castMany } from '../../app/ballot-box/store.server'
import { ballotBox, closeBallotBox } from '../../app/pulses/ballot-box.server'
import { foundOrganisation, openRound, startRound } from './staff'

const units = 40
/** Of everybody who answers, one in this many writes a remark. */
const oneRemarkIn = 4
const atATime = 100

const ballots = Number(process.argv[2])
const people = await foundOrganisation(units, ballots / units)
const roundId = await startRound()
const { manifest, unitIds } = await openRound(roundId, people)
const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))

for (let from = 0; from < ballots; from += atATime) {
  const numbers = Array.from({ length: Math.min(atATime, ballots - from) }, (_, at) => from + at)
  castMany(ballotBox(), await Promise.all(numbers.map(ballot)))
}
closeBallotBox()
await closeDatabase()
process.send!({ roundId })
process.disconnect()

async function ballot(nth: number): Promise<Ballot> {
  const place = { round: roundId, unit: unitIds[nth % units]!, nullifier: randomBytes(32) }
  const a = Object.fromEntries(manifest.questions.map(({ id }, at) => [id, 1 + ((nth * 7 + at * 3) % 5)]))
  const c = nth % oneRemarkIn === 0 ? `Opmerking ${nth}: de wachttijden zijn lang en de uitleg komt laat.` : ''
  return { ...place, sealed: await seal(boxKey, { v: 1, a, c }, place) }
}
