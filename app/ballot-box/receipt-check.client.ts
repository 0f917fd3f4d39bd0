import { shortReceipt } from './receipt'
import { checkList, holdsReceipt, type ListVerdict, typedReceipt } from './receipt-list'
import { fill, find, findAll, on, reveal } from './screens.client'
import { openTokenStore, type TokenStore } from './token-store.client'

const { round = '' } = document.documentElement.dataset

/** What the page says about a receipt. */
type Finding = 'looking' | 'found' | 'missing' | 'noReceipt' | 'listDiffers' | 'unlisted' | 'unreachable'

/** Nothing that says who looks; and always the whole list, so that nobody sees for which ballot. */
const withoutIdentity = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const

/** Leaves nothing of a round that is over but the receipt, and looks that one up. */
async function arrive() {
  const store = await openTokenStore().catch(() => undefined)
  const kept = await store?.receipt(round)
  await store?.delete(round)
  if (kept) fill('receipt', shortReceipt(kept.receipt))
  reveal('[data-own]', Boolean(kept))
  const form = document.querySelector<HTMLFormElement>('[data-find]')
  if (!form) return
  form.hidden = false
  const field = find<HTMLInputElement>('[data-typed]')
  if (kept) field.value = kept.receipt
  form.addEventListener('submit', event => {
    event.preventDefault()
    look(field.value, store)
  })
  if (kept) look(kept.receipt, store)
}

async function look(typed: string, store: TokenStore | undefined) {
  const receipt = typedReceipt(typed)
  if (!receipt) return tell('noReceipt')
  tell('looking')
  try {
    const verdict = await fetchList(store)
    if (verdict === 'unlisted') return tell('unlisted')
    if (verdict.is === 'differs') return tell('listDiffers')
    await store?.rememberLedger(verdict.seen)
    fill('ballots', verdict.receipts.length)
    fill('root', shortReceipt(verdict.sum))
    tell(holdsReceipt(verdict.receipts, receipt) ? 'found' : 'missing', true)
  } catch {
    tell('unreachable')
  }
}

async function fetchList(store: TokenStore | undefined): Promise<ListVerdict | 'unlisted'> {
  const [list, proof] = await Promise.all([
    fetch(`/ballot/${round}/receipts.txt`, withoutIdentity),
    fetch(`/ledger/rounds/${round}/results.json`, withoutIdentity),
  ])
  if (proof.status === 404) return 'unlisted'
  if (!list.ok || !proof.ok) throw new Error('unreachable')
  const bytes = new Uint8Array(await list.arrayBuffer())
  return checkList(bytes, await proof.text(), { round, seen: await store?.seenLedger() })
}

function tell(finding: Finding, isInLedger = false) {
  for (const one of findAll('[data-finding]')) one.hidden = one.dataset.finding !== finding
  reveal('[data-in-ledger]', isInLedger)
}

document.addEventListener('DOMContentLoaded', () => {
  on('leave', event => {
    event.preventDefault()
    location.replace('about:blank')
  })
  arrive()
})
