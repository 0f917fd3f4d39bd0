import { findInLedger, Stop, Unreachable } from '../announced.client'
import type { Bytes } from '../bytes'
import type { SealedToken } from '../casting.client'
import { codeWords } from '../code-words'
import { checkManifest, type Manifest, writeManifest } from '../manifest'
import { fill, find, on, reveal, show, stopBecause } from '../screens.client'
import { openTokenStore, StorageUnavailable, type TokenStore } from '../token-store.client'
import { drawCode } from './code.client'
import { type MovingToken, readMoving, whyNotTake, writeMoving } from './rules'

const { round = '' } = document.documentElement.dataset

/** What another device showed. It leaves the address at once, so that no history and no picture keeps it. */
const shown = location.hash.slice(1)
if (shown) history.replaceState(null, '', location.pathname + location.search)

/** Gives the token of this device away, or takes the one that another device showed. */
async function arrive() {
  try {
    const store = await openTokenStore()
    await (shown ? offerToTake(store) : offerToGive(store))
  } catch (fault) {
    if (!(fault instanceof StorageUnavailable)) throw fault
    show('noStorage')
  }
}

/** A token that was used, or that a ballot waits for, stays where it is. */
async function offerToGive(store: TokenStore) {
  if (await store.receipt(round)) return show('used')
  const token: SealedToken | undefined = await store.get(round)
  if (token?.state !== 'drawn' || !token.signature) return show('nothing')
  if (token.sealed) return show('sealed')
  on('reveal', () => showCode(token as SealedToken & MovingToken))
  on('conceal', () => show('give'))
  on('wipe', () => giveUp(store, token))
  show('give')
}

async function showCode(token: SealedToken & MovingToken) {
  drawCode(find('[data-qr]'), `${location.origin}/ballot/${round}/move#${writeMoving(token)}`)
  reveal('[data-words]', token.seed !== undefined)
  if (token.seed) fill('words', (await codeWords(token.seed)).join(' '))
  show('shown')
}

/** Leaves only the note that the token is elsewhere, so that this device does not ask for another one. */
async function giveUp(store: TokenStore, { round, unit, holder, manifestSha256, drawnAt }: SealedToken) {
  const now: SealedToken | undefined = await store.get(round)
  if (now?.sealed || (await store.receipt(round))) return show('used')
  await store.put({ round, unit, holder, manifestSha256, drawnAt, state: 'elsewhere', input: new Uint8Array() })
  find('[data-qr]').replaceChildren()
  fill('words', '')
  show('moved')
}

async function offerToTake(store: TokenStore) {
  if (await store.receipt(round)) return show('used')
  const token = readMoving(shown, round)
  if (!token) return show('broken')
  const because = await whyNot(token, store)
  if (because) return stopBecause(because)
  const kept: SealedToken | undefined = await store.get(round)
  if (kept?.sealed) return show('sealed')
  reveal('[data-replaces]', kept?.state === 'drawn' && String(kept.input) !== String(token.input))
  on('take', () => take(store, token))
  on('refuse', () => location.replace(`/ballot/${round}`))
  show('take')
}

/** Checks a token as if this device had drawn it: the same manifest, key and ledger as everyone. */
async function whyNot(token: MovingToken, store: TokenStore): Promise<string | undefined> {
  const manifest: Manifest = JSON.parse(find('#manifest').textContent!)
  if (!(await checkManifest(manifest)).ok) return 'manifestRefused'
  const because = await whyNotTake(token, { manifest, bytes: writeManifest(manifest) as Bytes })
  if (because) return because
  try {
    await findInLedger({ manifest, manifestSha256: token.manifestSha256 }, store, (...request) => fetch(...request))
  } catch (fault) {
    if (fault instanceof Stop) return fault.because
    // A ledger out of reach stops no one: it is looked up again before answering.
    if (!(fault instanceof Unreachable)) throw fault
  }
}

async function take(store: TokenStore, token: MovingToken) {
  await store.delete(round)
  await store.keepFirst({ ...token, state: 'drawn' })
  show('taken')
}

document.addEventListener('DOMContentLoaded', () => {
  on('leave', event => {
    event.preventDefault()
    location.replace('about:blank')
  })
  arrive()
})
