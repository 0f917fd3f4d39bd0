import { setTimeout as pause } from 'node:timers/promises'
import { kindOf, log } from '~/log.server'
import { forgetAnswer } from './cache.server'
import { sendDue } from './deliveries.server'

/** Lets every program know that a gate may have changed: whoever asks is answered anew, and who listens is told right now. */
export function gateChanged(gateId: string) {
  forgetAnswer(gateId)
  void sending(new Date())
}

/** Milliseconds somebody at a page waits for a program; it goes on being told after that. */
const longestWait = 1500

/** Sends what is due, and waits a little for it, so that the page can say how it went. */
export const tellNow = (at: Date): Promise<void> =>
  Promise.race([sending(at), pause(longestWait, undefined, { ref: false })])

const sending = (at: Date) => sendDue(at).catch(fault => log('job.failed', { job: 'listeners', kind: kindOf(fault) }))
