import { config } from '~/config.server'
import { clockIn } from '~/conversations/clock'
import type { ListenerOnPage } from './listener-on-page'
import { listListeners } from './listeners.server'

/** Returns the listeners of a gate as their page shows them, on the clock of the house. */
export async function listenersShown(gateId: string): Promise<ListenerOnPage[]> {
  const all = await listListeners(gateId)
  return all.map(({ toldAt, toldPct, nextAt, ...one }) => ({
    ...one,
    told: toldAt ? { ...moment(toldAt), pct: toldPct ?? 0 } : null,
    next: nextAt ? moment(nextAt) : null,
  }))
}

const moment = (at: string) => clockIn(config.timeZone, new Date(at))
