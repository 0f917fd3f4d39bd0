import { type Drawing, drawToken } from './drawing.client'
import { openTokenStore, type TokenStore } from './token-store.client'

/** A token to draw for the person who is signed in; the signed-in pages list them. */
type Errand = { round: string; unit: string; manifestSha256: string }

/**
 * Draws the tokens that a signed-in page lists in `<script type="application/json" id="token-errand">`, one after
 * the other, and tells how it went in every `[data-token-status="<round>"]`, with the words that element carries:
 * `data-drawn`, `data-spent`, `data-elsewhere`, `data-not-issuing`, `data-unreachable`, `data-no-storage`, `data-refused`.
 */
async function run() {
  const listed = document.getElementById('token-errand')?.textContent
  if (!listed) return
  const store = await openTokenStore().catch(() => undefined)
  for (const errand of JSON.parse(listed) as Errand[]) tell(errand.round, await draw(errand, store))
}

function draw(errand: Errand, store: TokenStore | undefined): Promise<Drawing> {
  if (!store) return Promise.resolve({ state: 'noStorage' })
  return drawToken({ ...errand, store, fetch: (...request) => fetch(...request) })
}

function tell(round: string, drawing: Drawing) {
  for (const element of document.querySelectorAll<HTMLElement>('[data-token-status]')) {
    if (element.dataset.tokenStatus !== round) continue
    element.textContent = [element.dataset[drawing.state], 'because' in drawing && drawing.because]
      .filter(Boolean)
      .join(' ')
    element.dataset.state = drawing.state
  }
}

run()
