import { config } from '~/config.server'
import { mayShowPromises } from './visibility'

/** Tells whether this public address may show words of promises on this installation. */
export const isOpen = (request: Request) =>
  mayShowPromises(new URL(request.url).pathname, config.promisesVisibility, false)

/** Tells whether only who is signed in reads the register here. */
export const isRegisterClosed = () => config.promisesVisibility === 'signedIn'

/** Lets a public page of the register through; where the register is for who is signed in, throws the 403 that `ClosedRegister` explains. */
export function requireOpenPage(request: Request): void {
  if (!isOpen(request)) throw new Response(null, { status: 403 })
}

/** Lets a public file through; where the register is for who is signed in, throws a 403 that a program understands. */
export function requireOpenFile(request: Request): void {
  if (isOpen(request)) return
  const answer = { error: 'signInRequired', signInAt: `${config.origin}/app/sign-in` }
  throw new Response(JSON.stringify(answer), { status: 403, headers: { 'Content-Type': 'application/json' } })
}
