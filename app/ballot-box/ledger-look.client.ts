import { findInLedger, Stop, type StopReason, Unreachable } from './announced.client'
import { isCodeOf } from './manifest'
import type { CheckedRound } from './round-check.client'
import { fill, find, findAll, reveal } from './screens.client'
import type { TokenRecord, TokenStore } from './token-store.client'

/** Milliseconds after which the ledger counts as out of reach; this device looked it up when it drew the token too. */
const patience = 10_000

/** What the page says about the ledger. */
type Found = 'witnessed' | 'alone' | 'unsigned' | 'unreachable'

/**
 * Looks the round up in the public ledger once more, without saying who asks, and tells what it found.
 *
 * @returns why nobody may answer here, if so; a ledger out of reach stops no one
 */
export async function lookInLedger(
  { manifest }: CheckedRound,
  { manifestSha256 }: TokenRecord,
  store: TokenStore,
): Promise<StopReason | undefined> {
  const tooLate = new Promise<never>((_, reject) => setTimeout(() => reject(new Unreachable()), patience))
  try {
    const looking = findInLedger({ manifest, manifestSha256 }, store, (...request) => fetch(...request))
    const { witness, isSignatureChecked } = await Promise.race([looking, tooLate])
    if (witness) fill('witness', witness.name)
    if (witness) fill('witnessedOn', dayOf(witness.at))
    tell(isSignatureChecked ? (witness ? 'witnessed' : 'alone') : 'unsigned')
  } catch (fault) {
    if (fault instanceof Stop) return fault.because
    tell('unreachable')
  }
}

function dayOf(second: number): string {
  const language = document.documentElement.lang.replace('en', 'en-GB')
  return new Date(second * 1000).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' })
}

function tell(found: Found) {
  for (const one of findAll('[data-ledger]')) one.hidden = one.dataset.ledger !== found
}

/** Compares the code that somebody types from the poster, as soon as it is long enough. */
export function compareTyped({ hash, code }: CheckedRound) {
  const field = find<HTMLInputElement>('[data-typed]')
  field.addEventListener('input', () => {
    const isWhole = field.value.replace(/[^0-9A-Za-z]/g, '').length >= code.replaceAll('-', '').length
    const isSame = isCodeOf(field.value, hash)
    reveal('[data-same]', isSame)
    reveal('[data-other]', isWhole && !isSame)
  })
}
