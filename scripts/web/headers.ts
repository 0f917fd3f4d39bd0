import { NONCE, secureHeaders } from 'hono/secure-headers'

/**
 * The security headers of every answer.
 *
 * `same-origin` and not `no-referrer`: without a referrer browsers send `Origin: null`
 * with a plain form, and then no form would work without JavaScript.
 *
 * @param development lets the development server inject its styles and speak over a socket.
 */
export const securityHeaders = (development: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], browsingTopics: [] } as never,
  })

/**
 * Decides whether a request that changes something comes from our own pages.
 * A browser always names the origin of a form; programs without a browser name none and carry no cookie by accident.
 */
export function comesFromHere(request: Request, ownOrigin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site'
  if (origin === ownOrigin) return true
  const host = request.headers.get('host')
  return origin === `http://${host}` || origin === `https://${host}`
}
