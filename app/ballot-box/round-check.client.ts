import { allow, type Decision, refuse } from '~/decision'
import { fetchManifest, Stop, type StopReason, Unreachable } from './announced.client'
import { fromBase64url } from './bytes'
import { type Manifest, type ManifestUnit, manifestCode } from './manifest'
import type { TokenRecord } from './token-store.client'

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
  try {
    const manifest = await fetchManifest({ ...token, fetch: (...request) => fetch(...request) })
    const unit = manifest.units.find(({ id }) => id === token.unit)
    if (manifest.round !== token.round || !unit) return refuse('unitUnknown')
    if (!areAsked(manifest, shown, language)) return refuse('questionsDiffer')
    return allow({ manifest, unit, code: manifestCode(fromBase64url(token.manifestSha256)) })
  } catch (fault) {
    if (fault instanceof Stop) return refuse(fault.because)
    if (fault instanceof Unreachable) return refuse('unreachable')
    throw fault
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
