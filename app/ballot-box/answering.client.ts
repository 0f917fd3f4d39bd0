import { openCards } from './cards.client'
import { type SealedToken, sealFor } from './casting.client'
import { deliver, goOn, keep, tellWhen } from './delivery.client'
import { shortReceipt, showReceipt } from './receipt.client'
import { type CheckedRound, checkRound } from './round-check.client'
import { fill, find, findAll, on, reveal, show } from './screens.client'
import { isYoung } from './token'
import { openTokenStore, type TokenStore } from './token-store.client'

const { round = '', state } = document.body.dataset

/** Shows what this device can do in this round. */
async function arrive() {
  try {
    const store = await openTokenStore()
    const receipt = await store.receipt(round)
    if (receipt) return showReceipt(round, receipt.receipt)
    const token: SealedToken | undefined = await store.get(round)
    if (token?.state !== 'drawn') return explainMissing(token)
    show('start')
    const check = await checkRound(token, shownQuestions(), document.documentElement.lang)
    if (!check.ok) return stop(check.because)
    if (!token.sealed) return offer(store, token, check.value)
    on('sendNow', () => deliver(store, token))
    await goOn(store, token, check.value.manifest.closes)
  } catch {
    show('noStorage')
  }
}

function explainMissing(token: SealedToken | undefined) {
  if (token?.state === 'refused') return stop('signatureWrong')
  show(token?.state === 'elsewhere' ? 'elsewhere' : token ? 'unfinished' : 'noToken')
}

function stop(because: string) {
  fill('reason', because)
  show(because === 'unreachable' ? because : 'stop')
}

const shownQuestions = () =>
  findAll('[data-card]:not([data-card=""])').map(card => ({
    id: card.dataset.card!,
    text: find('legend', card).textContent!,
  }))

/** Offers the questions, and seals the answers once the person is done. */
function offer(store: TokenStore, token: SealedToken, { manifest, unit, code }: CheckedRound) {
  const finish = () => {
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
    const kept: SealedToken | undefined = await store.get(round)
    return kept?.sealed ? kept : sealFor(token, manifest.box_key_spki, cards.answers())
  }
  const later = once(async () => {
    if (!(await keep(store, await sealed()))) return
    cards.wipe()
    show('kept')
  })

  fill('roster', unit.roster)
  fill('unit', unit.label)
  fill('code', code)
  reveal('[data-checking]', false)
  reveal('[data-checked]', true)
  on('begin', cards.begin)
  on('sendNow', send)
  on('keep', later)
  find('[data-screen="choice"] [data-do="back"]').addEventListener('click', cards.resume)
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
  const store = await openTokenStore()
  const receipt = await store.receipt(round)
  if (receipt) fill('receipt', shortReceipt(receipt.receipt))
  reveal('[data-own]', Boolean(receipt))
  await store.delete(round)
}

on('leave', event => {
  event.preventDefault()
  document.querySelector('form')?.reset()
  location.replace('about:blank')
})
on('reload', () => {
  show('start')
  arrive()
})

if (state === 'open') arrive()
else if (state !== 'issuing') tidyUp().catch(() => {})
