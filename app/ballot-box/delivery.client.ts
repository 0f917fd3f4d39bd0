import { type CastEnd, cast, receiptFor, type SealedToken } from './casting.client'
import { showReceipt } from './receipt.client'
import { fill, findAll, reveal, show, stopBecause } from './screens.client'
import { isYoung, youngTokenHours } from './token'
import type { TokenStore } from './token-store.client'

/** Goes on with a ballot that was sealed on an earlier visit: sends it, unless it still has to wait. */
export async function goOn(store: TokenStore, token: SealedToken, closes: string) {
  if (token.sendsItself || !isYoung(token.drawnAt, new Date())) return deliver(store, token)
  tellWhen(token, closes)
  show('kept')
}

/** Keeps a sealed ballot on this device until a later visit; returns whether the device could. */
export async function keep(store: TokenStore, token: SealedToken): Promise<boolean> {
  return store.put(token).then(
    () => true,
    () => false,
  )
}

/** Sends a sealed ballot until the box answers, and leaves only the receipt behind. */
export async function deliver(store: TokenStore, token: SealedToken) {
  show('sending')
  const isKept = await keep(store, { ...token, sendsItself: true })
  const end = await cast(token, seconds => {
    reveal('[data-under-way]', false)
    reveal('[data-waiting]', true)
    reveal('[data-may-close]', isKept)
    reveal('[data-keep-open]', !isKept)
    return pause(seconds)
  })
  if (end === 'received') return acknowledge(store, token)
  await settle(store, token, end)
  if (end === 'receiptDiffers') stopBecause(end)
  else show(end)
}

/** Tells when a kept ballot goes by itself, and warns when the round has closed by then. */
export function tellWhen({ drawnAt }: SealedToken, closes: string) {
  const moment = new Date(drawnAt.getTime() + youngTokenHours * 3_600_000)
  const form = { weekday: 'long', hour: '2-digit', minute: '2-digit' } as const
  fill('moment', moment.toLocaleString(document.documentElement.lang.replace('en', 'en-GB'), form))
  // Swedish writes days as the manifest does.
  reveal('[data-too-late]', moment.toLocaleDateString('sv-SE') > closes)
}

async function acknowledge(store: TokenStore, token: SealedToken) {
  const receipt = await receiptFor(token)
  const isWiped = await store.spend({ round: token.round, receipt }).then(
    () => true,
    () => false,
  )
  showReceipt(token.round, receipt, isWiped)
}

/** Wipes a ballot that will never count. One whose receipt differs stays: it is the evidence. */
async function settle(store: TokenStore, { sealed: _, ...token }: SealedToken, end: CastEnd) {
  if (end !== 'receiptDiffers') await keep(store, token)
}

/** Waits; a line that comes back or a tap on the button ends it early. */
function pause(seconds: number): Promise<void> {
  return new Promise(resolve => {
    const over = new AbortController()
    const end = () => {
      over.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, seconds * 1000)
    addEventListener('online', end, over)
    for (const again of findAll('[data-do="again"]')) again.addEventListener('click', end, over)
  })
}
