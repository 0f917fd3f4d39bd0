import { createHmac, randomBytes } from 'node:crypto'

/** Dies with this process: no source can be recognised again after a restart. */
const secret = randomBytes(32)

const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address)

/**
 * Returns a key that tells two sources apart and cannot be turned back into an address; used only to slow guessing down.
 * Behind a proxy on the same machine the last entry of X-Forwarded-For counts: the proxy wrote that one.
 */
export function sourceKeyOf(peer: string, forwardedFor: string | undefined): string {
  const told = forwardedFor?.split(',').at(-1)?.trim()
  const source = told && isLoopback(peer) ? told : peer
  return createHmac('sha256', secret).update(source).digest('hex')
}
