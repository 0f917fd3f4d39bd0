import { constants, createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepare } from '../../app/ballot-box/blind.client'
import { generateBoxKey, generateIssueKey, type KeyPair, publicBytes } from '../../app/ballot-box/blind-signing.server'
import { type Manifest, writeManifest } from '../../app/ballot-box/manifest'
import { announceRound, openBox, setRoundState } from '../../app/ballot-box/store.server'
import { tokenMessage } from '../../app/ballot-box/token'
import { sealedBytes } from '../../app/ballot-box/unseal'
import { questionsOf } from '../../app/pulses/questions'
import { postRequest } from './connection'
import { freshFolder } from './workshop'

export const roundId = 'R1'

/** Reporting units, as in a contact centre of about 200 people. */
const units = 12

const signAside = promisify(sign)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')

export type Stage = { manifest: Manifest; manifestSha256: string; issueKeys: Map<string, KeyPair> }

/** Makes a round with fresh keys and this installation's real questions. */
export async function makeRound(): Promise<Stage> {
  const names = Array.from({ length: units }, (_, at) => `U${at + 1}`)
  const made = await Promise.all(names.map(async name => [name, await generateIssueKey()] as const))
  const issueKeys = new Map(made)
  const boxKey = publicBytes((await generateBoxKey()).publicKey)
  const manifest: Manifest = {
    v: 1,
    round: roundId,
    rules: 'K7c2.v1',
    issuing_from: '2026-11-20',
    opens: '2026-11-24',
    closes: '2099-12-04',
    box_key_spki: boxKey.toString('base64url'),
    box_key_sha256: hash(boxKey),
    questions: questionsOf({ number: 1, withPilotItem: false }),
    units: made.map(([id, { publicKey }]) => ({
      id,
      label: `Contact centre ${id}`,
      roster: 15,
      issue_key_spki: publicBytes(publicKey).toString('base64url'),
      members_root: hash(Buffer.from(id)),
    })),
  }
  return { manifest, manifestSha256: hash(writeManifest(manifest)), issueKeys }
}

/** Makes a box file in which the round is open and nobody has answered yet. */
export function freshBox({ manifest }: Stage): string {
  const path = join(freshFolder('box'), 'box.db')
  const box = openBox(path)
  announceRound(box, writeManifest(manifest))
  setRoundState(box, roundId, 'open')
  box.close()
  return path
}

/** The private keys of a round's units: whoever has them draws tokens without anybody's help. */
type Signing = { issueKeys: Map<string, { privateKey: KeyObject }> }

/** Draws a token straight from the key of its unit: to the box it is the same as one signed blindly. */
export async function quickToken({ issueKeys }: Signing, unit: string) {
  const input = prepare(tokenMessage(roundId, unit, randomBytes(32)))
  const key = { key: issueKeys.get(unit)!.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  return { unit, input, signature: await signAside('sha384', input, key) }
}

/**
 * Makes requests that each cast a ballot of their own. The box cannot open ballots, so chance stands in for
 * what is sealed.
 */
export async function castRequests(signing: Signing, count: number): Promise<Buffer[]> {
  const requests: Buffer[] = []
  for (let made = 0; made < count; made += signing.issueKeys.size) {
    const some = await Promise.all([...signing.issueKeys.keys()].map(unit => quickToken(signing, unit)))
    requests.push(...some.map(token => postRequest(`/ballot/${roundId}/ballot`, bodyOf(token))))
  }
  return requests.slice(0, count)
}

function bodyOf({ unit, input, signature }: Awaited<ReturnType<typeof quickToken>>): Buffer {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const sealed = randomBytes(sealedBytes)
  return Buffer.from(JSON.stringify({ unit, input: text(input), signature: text(signature), sealed: text(sealed) }))
}

/** Writes requests to a file for the load generator. */
export function writeRequests(requests: Buffer[], path = join(freshFolder('requests'), 'requests.bin')): string {
  const parts = requests.flatMap(request => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(request.length)
    return [length, request]
  })
  writeFileSync(path, Buffer.concat(parts))
  return path
}
