import { allow, type Decision, refuse } from '~/decision'
import { sha256, toBase64url } from './bytes'
import type { StopReason } from './drawing.client'
import { checkManifest, type Manifest, type ManifestUnit, manifestCode, readManifest } from './manifest'
import type { TokenRecord } from './token-store.client'

/** On every request of this page: nothing that says who asks, and nothing kept. */
export const withoutIdentity = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const

export type CheckedRound = { manifest: Manifest; unit: ManifestUnit; code: string }
export type CheckRefusal = StopReason | 'questionsDiffer' | 'unreachable'

/** A question as the page shows it. */
export type ShownQuestion = { id: string; text: string }

/**
 * Checks, before anything is asked, that this is the very round the token was drawn for, that it keeps the rules,
 * and that the page shows the questions that everyone gets.
 */
export async function checkRound(
  token: TokenRecord,
  shown: readonly ShownQuestion[],
  language: string,
): Promise<Decision<CheckedRound, CheckRefusal>> {
  const bytes = await manifestBytes(token.round)
  if (!bytes) return refuse('unreachable')
  const hash = await sha256(bytes)
  if (toBase64url(hash) !== token.manifestSha256) return refuse('manifestDiffers')
  const manifest = await soundManifest(bytes)
  if (!manifest) return refuse('manifestRefused')
  const unit = manifest.units.find(({ id }) => id === token.unit)
  if (manifest.round !== token.round || !unit) return refuse('unitUnknown')
  if (!areAsked(manifest, shown, language)) return refuse('questionsDiffer')
  return allow({ manifest, unit, code: manifestCode(hash) })
}

async function manifestBytes(round: string) {
  try {
    const answer = await fetch(`/ballot/${round}/manifest.json`, withoutIdentity)
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined
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
function areAsked({ questions }: Manifest, shown: readonly ShownQuestion[], language: string): boolean {
  const text = `text_${language}` as 'text_nl'
  return (
    questions.length === shown.length &&
    questions.every((question, at) => question.id === shown[at]!.id && question[text] === shown[at]!.text)
  )
}
