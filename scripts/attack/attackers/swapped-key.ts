import { createHash } from 'node:crypto'
import { councilKeys, rounds, transact } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import { type Manifest, writeManifest } from '~/ballot-box/manifest'
import { roundProof } from '~/ledger/round-proof.server'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { roundOpened } from '~/pulses/bearing-witness'
import { endAsVoid } from '~/pulses/closing.server'
import { checkHeldKey } from '~/pulses/council/announced'
import { type MadeKey, makeCouncilKey } from '~/pulses/council/key.client'
import { findHeldKeys } from '~/pulses/council/store.server'
import { beginIssuing } from '~/pulses/opening.server'
import { verify } from '../../../app/ledger/verify.mjs'
import { councilDraft, passphrase } from '../stage/council-house'
import { deviceOf } from '../stage/device'
import { manifestOf } from '../stage/real-round'

/** Whether a swapped key was taken for the council's: by our readers, and by those who leave the ledger alone. */
export type Taken = { ours: boolean; withoutLedger: boolean }

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
const problemsNow = async () => (await verify(await exportLog())).problems.length

/** What a browser of the works council fetches about a round. */
export async function ledgerFiles(round: string) {
  return { proof: (await roundProof(round))!, log: (await exportLog()).log }
}

type Halves = Partial<typeof councilKeys.$inferInsert>

/** Puts a key of the administrator in the place of the council's before the round starts, in each way. */
export async function swapBefore(): Promise<Taken[]> {
  const box = ({ boxKey }: MadeKey): Halves => ({ boxKeySpki: Buffer.from(boxKey, 'base64url') })
  const both = (own: MadeKey): Halves => ({ ...box(own), signingKey: own.signingKey })
  return [...(await swapHalves(box)), ...(await swapHalves(both))]
}

/** The council holds its file against the ledger: as it is, and with the entry about its key left out. */
async function swapHalves(halves: (own: MadeKey) => Halves): Promise<Taken[]> {
  const { round, made } = await councilDraft()
  const own = await makeCouncilKey(round, passphrase)
  await transact(tx => tx.update(councilKeys).set(halves(own)))
  const started = await beginIssuing(round)
  if (!started.ok) throw new Error(started.because)
  const files = await ledgerFiles(round)
  const withoutEntry = files.log.split('\n').filter(line => !line.includes('box_key.held'))
  const shown = [files, { ...files, log: withoutEntry.join('\n') }]
  const found = await Promise.all(shown.map(one => checkHeldKey(one, made)))
  const withoutLedger = (await findHeldKeys(round)) !== undefined
  await endAsVoid(round, 'mistake')
  return found.map(({ ok }) => ({ ours: ok, withoutLedger }))
}

/** Swaps the key in the manifest of a round that is issuing: phones are served it with the new hash and with the old one. */
export async function swapServed(round: string): Promise<Taken[]> {
  const honest = await manifestOf(round)
  const swapped = await withOwnKey(honest)
  return [await shownTo(round, swapped, swapped), await shownTo(round, swapped, honest)]
}

/** Tells whether a phone asks for a token in a round that is served as it is. */
export async function asksHonestly(round: string): Promise<boolean> {
  const honest = await manifestOf(round)
  return (await shownTo(round, honest, honest)).ours
}

async function shownTo(round: string, served: Manifest, announced: Manifest): Promise<Taken> {
  const bytes = writeManifest(served)
  const told = hashOf(writeManifest(announced))
  const device = deviceOf({ manifest: served, bytes, sha256: told }, () => Response.json({}))
  device.server.proof = (await roundProof(round))!
  await device.draw({ round, unit: served.units[0]!.id, manifestSha256: told })
  return { ours: device.asked().length > 0, withoutLedger: hashOf(bytes) === told }
}

async function withOwnKey(manifest: Manifest): Promise<Manifest> {
  const { boxKey } = await makeCouncilKey(manifest.round, passphrase)
  return { ...manifest, box_key_spki: boxKey, box_key_sha256: hashOf(fromBase64url(boxKey)) }
}

// Whoever has the database need not be precise: rounds that ended are overwritten along with the one that starts.

/** Enters the round once more with the swapped key: the council looks, and so does whoever verifies the whole ledger. */
export async function swapInLedger(): Promise<Taken[]> {
  const { round, made } = await councilDraft()
  const started = await beginIssuing(round)
  if (!started.ok) throw new Error(started.because)
  const swapped = await withOwnKey(await manifestOf(round))
  const before = await problemsNow()
  await transact(async tx => {
    const openedSeq = await append(tx, roundOpened(swapped, hashOf(writeManifest(swapped))), new Date())
    await tx.update(rounds).set({ openedSeq })
  })
  const { ok } = await checkHeldKey(await ledgerFiles(round), made)
  const isUnseen = (await problemsNow()) === before
  await endAsVoid(round, 'mistake')
  return [ok, isUnseen].map(ours => ({ ours, withoutLedger: true }))
}
