// Tries to get a slip and a token in one person's name, on a real round: `two-votes.ts [withoutNote]`. A process of its
// own, because the data folder is a setting. Tells how often it was tried, and how often somebody held two votes.
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, issuances, transact } from '#db'
import { readManifest } from '~/ballot-box/manifest'
import { slipCode, slipHash } from '~/ballot-box/slips/slip-code'
import { config } from '~/config.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { endRestoredRounds } from '~/pulses/restored.server'
import { giveSlip } from '~/pulses/slips/hand-out.server'
import { bringSlips } from '~/pulses/slips/store.server'
import { findRound } from '~/pulses/store.server'
import { foundOrganisation, signIn, startRound, today } from '../../bench/staff'
import { countBroken } from '../attack'
import { drawToken } from './real-round'

const people = await foundOrganisation(1, 15)
await signIn(people)
const roundId = await startRound()
const manifest = readManifest(Buffer.from((await findRound(roundId))!.manifest!))
const unitId = manifest.units[0]!.id
const hashes = await Promise.all(people.map(() => slipHash(roundId, slipCode(randomBytes(10)))))
const brought = await bringSlips({ roundId, unitId, hashes, madeOn: today })
if (!brought.ok) throw new Error(brought.because)

const [slipFirst, tokenFirst, atOnce, turnedBack] = people as [string, string, string, string]
const token = (personId: string) =>
  drawToken(personId, manifest).then(
    () => true,
    () => false,
  )
const slip = async (personId: string) => (await giveSlip(roundId, personId)).ok
function isTwo(...got: boolean[]): boolean {
  const votes = got.filter(Boolean).length
  if (votes === 0) throw new Error('not even one vote was given')
  return votes > 1
}

const held = [
  isTwo(await slip(slipFirst), await token(slipFirst)),
  isTwo(await token(tokenFirst), await slip(tokenFirst)),
  isTwo(...(await Promise.all([slip(atOnce), token(atOnce)]))),
  isTwo(await slip(turnedBack), await afterTurningBack(turnedBack)),
]
closeBallotBox()
await closeDatabase()
process.send!(countBroken(held))
process.disconnect()

/** Puts the database back to before anybody got a slip or a token, and starts the server anew. @returns whether a token was signed too */
async function afterTurningBack(personId: string): Promise<boolean> {
  await transact(tx => tx.delete(issuances))
  if (process.argv.includes('withoutNote')) rmSync(join(config.dataDir, 'keys', roundId, 'issued'))
  await endRestoredRounds(new Date())
  return token(personId)
}
