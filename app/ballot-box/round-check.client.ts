import { allow, type Decision, refuse } from '~/decision'
import type { StopReason } from './announced.client'
import { sha256, toBase64url } from './bytes'
import { checkManifest, type Manifest, type ManifestUnit, manifestCode, readManifest, writeManifest } from './manifest'
import type { TokenRecord } from './token-store.client'

export type CheckedRound = { manifest: Manifest; unit: ManifestUnit; code: string; hash: Uint8Array }
export type CheckRefusal = StopReason | 'questionsDiffer'

/** What the page carries: the manifest as JSON, and the questions as it shows them. */
export type ShownRound = { manifest: string; questions: readonly { id: string; text: string }[]; language: string }

/**
 * Checks, before anything is asked, that this is the very round the token was drawn for, that it keeps the rules,
 * and that the page shows the questions that everyone gets.
 */
export async function checkRound(token: TokenRecord, shown: ShownRound): Promise<Decision<CheckedRound, CheckRefusal>> {
  const bytes = canonicalBytes(shown.manifest)
  const hash = bytes && (await sha256(bytes))
  if (!hash || toBase64url(hash) !== token.manifestSha256) return refuse('manifestDiffers')
  const manifest = await soundManifest(bytes)
  if (!manifest) return refuse('manifestRefused')
  const unit = manifest.units.find(({ id }) => id === token.unit)
  if (manifest.round !== token.round || !unit) return refuse('unitUnknown')
  if (!areAsked(manifest, shown)) return refuse('questionsDiffer')
  return allow({ manifest, unit, code: manifestCode(hash), hash })
}

/** Returns the one spelling whose hash was announced; inside a page a manifest is spelled a little differently. */
function canonicalBytes(manifest: string) {
  try {
    return writeManifest(JSON.parse(manifest))
  } catch {
    return undefined
  }
}

async function soundManifest(bytes: Uint8Array): Promise<Manifest | undefined> {
  try {
    const decision = await checkManifest(readManifest(bytes))
    return decision.ok ? decision.value : undefined
  } catch {
    return undefined
  }
}

/** Returns whether the page shows exactly the questions of the manifest: another wording could mark one person. */
function areAsked(manifest: Manifest, { questions, language }: ShownRound): boolean {
  const text = `text_${language}` as 'text_nl'
  return (
    manifest.questions.length === questions.length &&
    manifest.questions.every((asked, at) => asked.id === questions[at]!.id && asked[text] === questions[at]!.text)
  )
}
