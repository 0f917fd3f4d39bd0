import { type Drawing, drawToken } from './drawing.client'
import { openTokenStore, type TokenStore } from './token-store.client'

/** A token to draw for the person who is signed in; the signed-in pages list them. */
type Errand = { round: string; unit: string; manifestSha256: string; holder: string; slip?: true }
/** Where an errand stands; whoever got a slip has nothing to draw. */
type Ended = Drawing | { state: 'slip' }

let told: string[] = ['asking']

/**
 * Draws the tokens that a signed-in page lists in `<script type="application/json" id="token-errand">`, one after
 * the other, and says how it went in `#token-status`, with the words which that element carries in `data-words`.
 */
async function run() {
  const listed = document.getElementById('token-errand')?.textContent
  const errands: Errand[] = listed ? JSON.parse(listed) : []
  if (errands.length === 0) return
  tell()
  const store = await openTokenStore().catch(() => undefined)
  const drawings: Ended[] = []
  for (const errand of errands) drawings.push(await draw(errand, store))
  told = drawings.map(drawing => ('because' in drawing ? drawing.because : drawing.state))
  tell()
  document.dispatchEvent(new Event('token-status-told'))
}

function draw({ slip, ...errand }: Errand, store: TokenStore | undefined): Promise<Ended> {
  if (slip) return Promise.resolve({ state: 'slip' })
  if (!store) return Promise.resolve({ state: 'noStorage' })
  return drawToken({ ...errand, store, fetch: (...request) => fetch(...request) })
}

/** Writes where drawing stands; the same sentence for two rounds is said once. */
function tell() {
  const place = document.getElementById('token-status')
  if (!place) return
  const words = JSON.parse(place.dataset.words ?? '{}') as Record<string, string>
  place.textContent = [...new Set(told.map(one => words[one]))].join(' ')
  place.dataset.state = told.join(' ')
}

document.addEventListener('token-status-wanted', tell)
run()
