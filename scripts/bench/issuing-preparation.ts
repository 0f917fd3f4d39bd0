// Prepares a round that is open, people who are signed in, and for each of them a request for a token; half of them
// also cast a ballot: `issuing-preparation.ts <people> <folder for requests>`, in the data folder of its settings.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { closeDatabase } from '#db'
import { readPrivateKey } from '../../app/ballot-box/blind-signing.server'
import { findKey } from '../../app/keys.server'
import { closeBallotBox } from '../../app/pulses/ballot-box.server'
import { castRequests, writeRequests } from './ballot-stack'
import { postRequest } from './connection'
import { foundOrganisation, openRound, signIn, startRound } from './staff'

const teams = 10

const [, , count = '', folder = ''] = process.argv
const people = await foundOrganisation(teams, Number(count) / teams)
const roundId = await startRound()
const { unitIds } = await openRound(roundId, [])
const issues = (await signIn(people)).map(issueRequest)
const half = issues.length / 2
const keyOf = (unit: string) => ({ privateKey: readPrivateKey(findKey(roundId, unit)!) })
const casts = await castRequests({ issueKeys: new Map(unitIds.map(unit => [unit, keyOf(unit)])) }, half)
writeRequests(issues.slice(0, half), join(folder, 'issue.bin'))
const both = issues.slice(half).flatMap((request, at) => [request, casts[at]!])
writeRequests(both, join(folder, 'issue-and-cast.bin'))
closeBallotBox()
await closeDatabase()
process.send!({})
process.disconnect()

/** A value below every modulus, as blinding makes them. */
function issueRequest(cookie: string): Buffer {
  const blinded = Buffer.concat([Buffer.of(0), randomBytes(255)]).toString('base64url')
  return postRequest(`/app/pulse/${roundId}/issue`, Buffer.from(JSON.stringify({ blinded })), { cookie })
}
