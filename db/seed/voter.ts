import { blind, finalize, importIssueKey, prepare } from '~/ballot-box/blind.client'
import { type Bytes, fromBase64url, toBase64url, utf8 } from '~/ballot-box/bytes'
import { type Manifest, readManifest } from '~/ballot-box/manifest'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { nonceBytes, nullifierOf, tokenMessage } from '~/ballot-box/token'
import type { Answers } from '~/ballot-box/unseal'

/** A token as it lies in somebody's browser. */
export type Drawn = { unit: string; input: Bytes; signature: Bytes }
type Issue = (blinded: Uint8Array) => Promise<{ unit: string; signature: Uint8Array }>

/** Draws a token as a browser does: the other side signs something it cannot recognise later. */
export async function drawToken(manifest: Manifest, unitId: string, issue: Issue): Promise<Drawn> {
  const unit = manifest.units.find(one => one.id === unitId)!
  const key = await importIssueKey(fromBase64url(unit.issue_key_spki))
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const input = prepare(tokenMessage(manifest.round, unitId, nonce))
  const { blinded, inverse } = await blind(key, input)
  const answer = await issue(blinded)
  const signature = await finalize(key, input, Uint8Array.from(answer.signature), inverse)
  return { unit: unitId, input, signature }
}

/** Writes the request that casts a ballot, as the answering page does. */
export async function castRequest(manifest: Manifest, token: Drawn, answers: Answers): Promise<Buffer> {
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  const place = { round: manifest.round, unit: token.unit, nullifier: await nullifierOf(token.input) }
  const sealed = await seal(boxKey, answers, place)
  return Buffer.from(
    JSON.stringify({
      unit: token.unit,
      input: toBase64url(token.input),
      signature: toBase64url(token.signature),
      sealed: toBase64url(sealed),
    }),
  )
}

/** Reads the manifest of a round from its stored text. */
export const manifestFrom = (text: string): Manifest => readManifest(utf8(text))
