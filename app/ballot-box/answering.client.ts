import { openCards } from './cards.client'
import { type SealedToken, sealFor } from './casting.client'
import { deliver, goOn, keep, tellWhen } from './delivery.client'
import { compareTyped, lookInLedger } from './ledger-look.client'
import { shortReceipt, showReceipt } from './receipt.client'
import { type CheckedRound, checkRound } from './round-check.client'
import { fill, find, findAll, on, reveal, show, stopBecause } from './screens.client'
import { isYoung } from './token'
import { openTokenStore, StorageUnavailable, type TokenStore } from './token-store.client'

const { round = '', state } = document.documentElement.dataset

/** What this device keeps. Opening it takes a phone as long as reading the page, so both happen at once. */
const kept = openTokenStore().then(async store => {
  const [receipt, token] = await Promise.all([store.receipt(round), store.get(round)])
  return { store, receipt, token: token as SealedToken | undefined }
})
// Its failure is told once the page is there.
kept.catch(() => {})

/** Shows what this device can do in this round. */
async function arrive() {
  try {
    const { store, receipt, token } = await kept
    if (receipt) return showReceipt(round, receipt.receipt)
    if (token?.state !== 'drawn') return explainMissing(token)
    const check = await checkRound(token, shownRound())
    if (!check.ok) return stopBecause(check.because)
    const looked = lookInLedger(check.value, token, store)
    if (!token.sealed) return offer({ store, token, looked }, check.value)
    const because = await looked
    if (because) return stopBecause(because)
    on('sendNow', () => deliver(store, token))
    await goOn(store, token, check.value.manifest.closes)
  } catch (fault) {
    if (!(fault instanceof StorageUnavailable)) throw fault
    show('noStorage')
  }
}

function explainMissing(token: SealedToken | undefined) {
  if (token?.state === 'refused') return stopBecause('signatureWrong')
  show(token?.state === 'elsewhere' ? 'elsewhere' : token ? 'unfinished' : 'noToken')
}

const shownRound = () => ({
  manifest: find('#manifest').textContent!,
  questions: findAll('[data-card]:not([data-card=""])').map(card => ({
    id: card.dataset.card!,
    text: find('legend', card).textContent!,
  })),
  language: document.documentElement.lang,
})

type Offered = { store: TokenStore; token: SealedToken; looked: Promise<string | undefined> }

/** Offers the questions, and seals the answers once the person is done and the ledger has been looked up. */
function offer({ store, token, looked }: Offered, checked: CheckedRound) {
  const { manifest, unit, code } = checked
  const finish = async () => {
    if (await looked) return
    if (!isYoung(token.drawnAt, new Date())) return send()
    tellWhen(token, manifest.closes)
    show('choice')
  }
  const cards = openCards(finish)
  const send = once(async () => {
    // Another tab may have sealed a ballot, or sent it: a token casts the first one only.
    const receipt = await store.receipt(round)
    if (receipt) return showReceipt(round, receipt.receipt)
    const ready = await sealed()
    cards.wipe()
    await deliver(store, ready)
  })
  const sealed = async (): Promise<SealedToken> => {
    const now: SealedToken | undefined = await store.get(round)
    return now?.sealed ? now : sealFor(token, manifest.box_key_spki, cards.answers())
  }
  const later = once(async () => {
    if (!(await keep(store, await sealed()))) return
    cards.wipe()
    show('kept')
  })

  looked.then(because => {
    if (!because) return
    cards.wipe()
    stopBecause(because)
  })
  compareTyped(checked)
  fill('roster', unit.roster)
  fill('unit', unit.label)
  fill('code', code)
  on('begin', cards.begin)
  on('sendNow', send)
  on('keep', later)
  find('[data-screen="choice"] [data-do="back"]').addEventListener('click', cards.resume)
  show('start')
}

/** Makes a deed that does not start again while it is under way, however often someone taps. */
function once(work: () => Promise<unknown>): () => void {
  let isBusy = false
  return () => {
    if (isBusy) return
    isBusy = true
    work().finally(() => {
      isBusy = false
    })
  }
}

/** Leaves nothing of a round that has ended but the receipt. */
async function tidyUp() {
  const { store, receipt } = await kept
  if (receipt) fill('receipt', shortReceipt(receipt.receipt))
  reveal('[data-own]', Boolean(receipt))
  await store.delete(round)
}

/** Leaves nothing to see, not even with the button that goes back. */
function leave(event: Event) {
  event.preventDefault()
  document.querySelector('form')?.reset()
  location.replace('about:blank')
}

document.addEventListener('DOMContentLoaded', () => {
  on('leave', leave)
  if (state === 'open') arrive()
  else if (state !== 'issuing') tidyUp().catch(() => {})
})
