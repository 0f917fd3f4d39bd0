import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { listPromises } from './reading.server'
import { askedOf, registerOf } from './register'
import { keptShare } from './share'

/** Returns what a page of the register shows for what its address asks. */
export async function registerShown(url: string, at: Date) {
  const today = dayIn(config.timeZone, at)
  const asked = askedOf(new URL(url).searchParams)
  const all = await listPromises(today)
  const rows = registerOf(all, asked).map(({ id, now, dueOn, status, isOverdue, isAmended, lastMovedOn }) => ({
    ...{ id, text: now.text, dueOn, status },
    ...{ isOverdue, isAmended, lastMovedOn },
  }))
  return { rows, asked, share: keptShare(all, today), isEmpty: all.length === 0 }
}
