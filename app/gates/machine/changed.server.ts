import { kindOf, log } from '~/log.server'
import { forgetAnswer } from './cache.server'
import { sendDue } from './deliveries.server'

/** Lets every program know that a gate may have changed: whoever asks is answered anew, and who listens is told right now. */
export function gateChanged(gateId: string) {
  forgetAnswer(gateId)
  sendDue(new Date()).catch(fault => log('job.failed', { job: 'listeners', kind: kindOf(fault) }))
}
