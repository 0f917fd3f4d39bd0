import { generateKeyPairSync } from 'node:crypto'
import { publicBytes, signBlinded } from '~/ballot-box/blind-signing.server'
import { toBase64url } from '~/ballot-box/bytes'
import type { Manifest } from '~/ballot-box/manifest'
import { checkRoundProof, type SeenLedger } from '~/ledger/round-proof'
import { blindedOf, deviceOf, type Reply } from '../stage/device'
import { malformedKey } from '../stage/malformed-key'
import { council, hashOf, signer } from '../stage/paper-log'
import { makeRound, type Round } from '../stage/paper-round'
import { RoundLedger } from '../stage/round-ledger'

/** A device that is shown something special, by which its owner could be told from everybody else. */
export type Device = ReturnType<typeof deviceOf>

/** Answers as an honest server does. */
export const signsWith =
  (round: Round): Reply =>
  sent => {
    const { publicKey, privateKey } = round.issueKeys.get('U1')!
    return Response.json({ unit: 'U1', signature: toBase64url(signBlinded(privateKey, publicKey, blindedOf(sent))) })
  }

/** Keys and manifests made for one person. */
export async function specialManifests(round: Round): Promise<Device[]> {
  const unit = round.manifest.units[0]!
  const spki = (modulusLength: number, publicExponent = 65537) =>
    toBase64url(publicBytes(generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey))
  const changes: Partial<Manifest>[] = [
    { units: [{ ...unit, issue_key_spki: spki(2048, 3) }] },
    { units: [{ ...unit, issue_key_spki: spki(1024) }] },
    { units: [{ ...unit, roster: 7 }] },
    { box_key_sha256: unit.members_root },
  ]
  const made = await Promise.all(changes.map(change => makeRound('R1', ['U1'], change)))
  const own = deviceOf(await makeRound(), signsWith(round))
  own.request.manifestSha256 = round.sha256
  return [...made.map(one => deviceOf(one, signsWith(one))), own]
}

/** The manifest is the usual one, but the ledger that this one person is shown is not. */
export async function specialLedgers(round: Round): Promise<Device[]> {
  const log = signer('inspraak.voorbeeld.nl/ledger')
  const honest = new RoundLedger(log).enter(round).more(3)
  const seen = await seenFrom(honest, round)
  const shown = (proof: unknown, remembered?: SeenLedger) => {
    const device = deviceOf(round, signsWith(round))
    device.server.proof = typeof proof === 'string' ? proof : JSON.stringify(proof)
    if (remembered) device.request.store.rememberLedger(remembered)
    return device
  }
  const another = (change: object) => new RoundLedger(log).enter(round, change).proof()
  const watched = new RoundLedger(log)
  watched.register('2026-11-20', council)
  return [
    shown(another({ manifest: hashOf('b') })),
    shown(another({ units: [{ id: 'U1', issue_key: hashOf('a'), roster: 31 }] })),
    shown(another({ round: 'R2' })),
    shown('<html>'),
    shown({ ...honest.proof(), path: another({}).path }),
    shown({ ...honest.proof(), checkpoint: new RoundLedger().enter(round).more(3).proof().checkpoint }),
    shown(watched.enter(round).proof()),
    shown(new RoundLedger().enter(round).more(9).proof(), seen),
    shown(new RoundLedger(log).enter(round).more(1).proof(), seen),
    shown(new RoundLedger(log).more(2).enter(round).more(1).proof(), seen),
  ]
}

async function seenFrom(ledger: RoundLedger, round: Round): Promise<SeenLedger> {
  const held = { manifest: round.manifest, manifestSha256: round.sha256 }
  const found = await checkRoundProof(JSON.stringify(ledger.proof()), held)
  if (!found.ok) throw new Error(found.because)
  return found.value.seen
}

/** A key whose modulus loses information: what is sent in shows who sent it, but no signature of it ever fits. */
export async function malformed(round: Round): Promise<Device> {
  const { spki, sign } = malformedKey()
  const unit = { ...round.manifest.units[0]!, issue_key_spki: toBase64url(spki) }
  const reply: Reply = sent => Response.json({ unit: 'U1', signature: toBase64url(sign(blindedOf(sent))) })
  return deviceOf(await makeRound('R1', ['U1'], { units: [unit] }), reply)
}
