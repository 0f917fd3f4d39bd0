import { canonical } from '~/ballot-box/canonical'
import { allow, type Decision, refuse } from '~/decision'

/** Where an address on the network leads: to this machine, into a private network, to everybody, or where no listener ever is. */
export type Whereabouts = 'here' | 'private' | 'public' | 'forbidden'

/**
 * Decides whether a listener may be told at a place: over https, and in the invented house also plainly when the message
 * stays inside. This machine itself is out of reach of whoever types an address, but in the invented house.
 */
export function mayTell(protocol: string, place: Whereabouts, isDemo: boolean): boolean {
  if (place === 'forbidden') return false
  if (protocol === 'https:') return place !== 'here' || isDemo
  return protocol === 'http:' && isDemo && place !== 'public'
}

export type AddressRefusal = 'notAnAddress' | 'notHttps' | 'addressForbidden'

/** Characters of an address at most. @source decision 19 */
export const longestAddress = 500

/**
 * Decides whether an address may be written down. `place` is where it leads as far as the text tells; a name is looked up
 * each time something is sent, because it can lead elsewhere tomorrow.
 */
export function listenerAddress(
  text: string,
  place: (host: string) => Whereabouts | undefined,
  isDemo: boolean,
): Decision<string, AddressRefusal> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return refuse('notAnAddress')
  if (url.protocol === 'http:' && !isDemo) return refuse('notHttps')
  const known = place(url.hostname)
  if (known && !mayTell(url.protocol, known, isDemo))
    return refuse(known === 'public' ? 'notHttps' : 'addressForbidden')
  url.hash = ''
  return allow(url.href)
}

/** Minutes between two tries, growing to an hour: whoever was down for a night hears within the hour. */
const pauseMinutes = [1, 5, 15, 60]

/**
 * Tries of one message: more than three days of them. Afterwards somebody has to look; the next move is told anew.
 * @source decision 19
 */
export const mostTries = 76

/** Returns when a message is tried again after so many tries that failed. */
export function nextTry(failed: number, at: Date): Date {
  const minutes = pauseMinutes[Math.min(failed, pauseMinutes.length) - 1]!
  return new Date(at.getTime() + minutes * 60_000)
}

/**
 * Writes what a listener is sent: the signed answer itself, so that it can be checked, kept and passed on like one that was
 * asked for. No words and no names.
 */
export const messageText = (eventId: string, answer: object): string =>
  canonical({ id: eventId, type: 'gate.moved', data: answer })
