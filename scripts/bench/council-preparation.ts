// Prepares a closed round that only the works council can count: `council-preparation.ts <ballots> [draft]`, in the data
// folder of its settings. Tells the key file, its passphrase and the cookies of a council member and of a round manager.
import { constants, sign } from 'node:crypto'
import { closeDatabase, personRoles, transact } from '#db'
import { readPrivateKey } from '../../app/ballot-box/blind-signing.server'
import { concat, fromBase64url } from '../../app/ballot-box/bytes'
import { importBoxKey, seal } from '../../app/ballot-box/seal.client'
import { castMany } from '../../app/ballot-box/store.server'
import { nullifierOf, tokenMessage } from '../../app/ballot-box/token'
import { findKey } from '../../app/keys.server'
import { ballotBox, closeBallotBox } from '../../app/pulses/ballot-box.server'
import { closeAndCount } from '../../app/pulses/closing.server'
import { makeCouncilKey } from '../../app/pulses/council/key.client'
import { recordHeldKeys } from '../../app/pulses/council/store.server'
import { beginIssuing } from '../../app/pulses/opening.server'
import { foundOrganisation, openRound, planRound, signIn, today } from './staff'

const units = 20
const saltLength = 48
const atATime = 100
const passphrase = 'zeven gewone woorden achter elkaar'

const ballots = Number(process.argv[2])
const staysDraft = process.argv[3] === 'draft'
const people = await foundOrganisation(units, ballots / units)
const roles = [
  { personId: people[0]!, role: 'worksCouncil' as const },
  { personId: people[1]!, role: 'hr' as const },
]
await transact(tx => tx.insert(personRoles).values(roles))
const round = await planRound({ councilHolds: true })
const [council, manager] = await signIn(people.slice(0, 2))
const file = staysDraft ? '' : await closedRound()
closeBallotBox()
await closeDatabase()
process.send!({ round, file, passphrase, council, manager })
process.disconnect()

async function closedRound() {
  const made = await makeCouncilKey(round, passphrase)
  const steps = [await recordHeldKeys(made, today), await beginIssuing(round)]
  for (const step of steps) if (!step.ok) throw new Error(step.because)
  const { manifest, unitIds } = await openRound(round, people)
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  const keys = new Map(unitIds.map(unit => [unit, readPrivateKey(findKey(round, unit)!)]))
  const questions = manifest.questions.map(({ id }) => id)
  for (let from = 0; from < ballots; from += atATime) {
    const numbers = Array.from({ length: Math.min(atATime, ballots - from) }, (_, at) => from + at)
    castMany(ballotBox(), await Promise.all(numbers.map(nth => ballot(nth, unitIds[nth % units]!))))
  }
  await closeAndCount(round)
  return made.file

  async function ballot(nth: number, unit: string) {
    const input = concat(chance(), tokenMessage(round, unit, chance()))
    const how = { key: keys.get(unit)!, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    const place = { round, unit, nullifier: await nullifierOf(input) }
    const a = Object.fromEntries(questions.map((id, at) => [id, 1 + ((nth * 7 + at * 3) % 5)]))
    const c = nth % 4 === 0 ? `Opmerking ${nth}: de wachttijden zijn lang en de uitleg komt laat.` : ''
    const token = { input, signature: sign('sha384', input, how) }
    return { ...place, token, sealed: await seal(boxKey, { v: 1, a, c }, place) }
  }
}

function chance() {
  return crypto.getRandomValues(new Uint8Array(32))
}
