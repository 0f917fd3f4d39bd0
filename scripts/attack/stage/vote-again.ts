// Starts a house that was put back, as `npm start` does, and tries to vote in it a second time:
// `vote-again.ts <round> <person> …`. Tells how often it was tried, and how often a token or a ballot too many came of it.
import { randomBytes } from 'node:crypto'
import { closeDatabase } from '#db'
import { blind, importIssueKey, prepare } from '~/ballot-box/blind.client'
import { fromBase64url } from '~/ballot-box/bytes'
import type { Manifest } from '~/ballot-box/manifest'
import { type Ballot, ballotsOf, castMany } from '~/ballot-box/store.server'
import { nullifierOf, tokenMessage } from '~/ballot-box/token'
import { sealedBytes } from '~/ballot-box/unseal'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { issue } from '~/pulses/issuing.server'
import { beginAnswering } from '~/pulses/opening.server'
import { recover } from '~/timetable.server'
import { countBroken } from '../attack'
import { manifestOf } from './real-round'

const [round = '', ...people] = process.argv.slice(2)
const manifest = await manifestOf(round)
const [earlier] = ballotsOf(ballotBox(), round)
await recover()
const tokens: boolean[] = []
for (const person of people) tokens.push(await isGivenToken(person, manifest))
await beginAnswering(round)
const { id: unit } = manifest.units[0]!
const fresh = await nullifierOf(prepare(tokenMessage(round, unit, randomBytes(32))))
const ballots: Ballot[] = [fresh, ...(earlier ? [earlier.nullifier] : [])].map(nullifier => {
  return { round, unit, nullifier, sealed: randomBytes(sealedBytes) }
})
const cast = castMany(ballotBox(), ballots).map(outcome => outcome === 'accepted')
closeBallotBox()
await closeDatabase()
process.send!(countBroken([...tokens, ...cast]))
process.disconnect()

/** Asks for a token in somebody's name, for each unit. */
async function isGivenToken(person: string, { units }: Manifest): Promise<boolean> {
  for (const { id, issue_key_spki } of units) {
    const key = await importIssueKey(fromBase64url(issue_key_spki))
    const { blinded } = await blind(key, prepare(tokenMessage(round, id, randomBytes(32))))
    const signed = await issue(person, round, blinded).catch(() => ({ ok: false }))
    if (signed.ok) return true
  }
  return false
}
