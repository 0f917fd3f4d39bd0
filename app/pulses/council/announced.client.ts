import { openTokenStore } from '~/ballot-box/token-store.client'
import { type Decision, refuse } from '~/decision'
import type { ProofRefusal, ProvenRound, SeenLedger } from '~/ledger/round-proof'
import { checkHeldKey, type LedgerFiles } from './announced'
import type { PublicHalves } from './file'

type Verdict = Decision<ProvenRound, 'otherKey' | ProofRefusal>
type Check = (files: LedgerFiles, seen?: SeenLedger) => Promise<Verdict>

/**
 * Looks a round up in the public ledger without saying who asks, holds it against what this browser saw of the ledger
 * before, and remembers how it stands now.
 *
 * @throws when the server cannot be reached
 */
export async function lookInLedger(round: string, check: Check): Promise<Verdict> {
  const proof = await fetch(`/ledger/rounds/${round}.json`, withoutIdentity)
  if (proof.status === 404) return refuse('notInLedger')
  const log = await fetch('/ledger/log.jsonl', withoutIdentity)
  if (!proof.ok || !log.ok) throw new Error('unreachable')
  // A private window keeps nothing: then there is nothing to hold the ledger against.
  const store = await openTokenStore().catch(() => undefined)
  const found = await check({ proof: await proof.text(), log: await log.text() }, await store?.seenLedger())
  if (found.ok) await store?.rememberLedger(found.value.seen)
  return found
}

/** What the public ledger says of the key in a file. */
export type KeyVerdict = 'same' | 'otherKey' | 'ledger' | 'unreachable'

/** Looks whether the ballots of a round are sealed with the key in this file, before anybody answers. */
export async function lookUpKey(halves: PublicHalves): Promise<KeyVerdict> {
  try {
    const found = await lookInLedger(halves.round, (files, seen) => checkHeldKey(files, halves, seen))
    if (found.ok) return 'same'
    return found.because === 'otherKey' ? 'otherKey' : 'ledger'
  } catch {
    return 'unreachable'
  }
}

const withoutIdentity = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const
