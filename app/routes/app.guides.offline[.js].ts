import { offlineWorker } from '~/conversations/guides/worker.server'

/** The program that shows the cards without internet; it may watch over the cards and over nothing else. */
export function loader() {
  const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Service-Worker-Allowed': '/app/guides' }
  return new Response(offlineWorker, { headers })
}
