import { randomBytes } from 'node:crypto'
import { config } from '~/config.server'
import { exerciseHours } from './rules'

/** The cookie that holds a mark. It is sent with one exercise only, so no two exercises can be laid side by side. */
const cookieName = 'dots'

/** Reads the mark that this phone got when it opened the page; nothing when it keeps no cookies. */
export function markOf(request: Request): string | undefined {
  return /(?:^|;\s*)dots=([A-Za-z0-9_-]{22})(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1]
}

/** Gives a phone a mark by which one exercise knows it again: pure chance, gone with the exercise. @returns the `Set-Cookie` line */
export function newMark(code: string): string {
  const secure = config.origin.startsWith('https:') ? '; Secure' : ''
  const mark = randomBytes(16).toString('base64url')
  return `${cookieName}=${mark}; Path=/dots/${code}; Max-Age=${exerciseHours * 3600}; HttpOnly; SameSite=Strict${secure}`
}
