import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { config } from '~/config.server'
import { exerciseHours } from './rules'

/** The cookie that holds a mark. It is sent with one exercise only, so no two exercises can be laid side by side. */
const cookieName = 'dots'

/** Signs marks. In memory only: like the exercises themselves it is gone with the process. */
const secret = randomBytes(32)

/** Reads the mark that this phone got from the page of this very exercise; nothing when it has none, or made one up. */
export function markOf(request: Request, code: string): string | undefined {
  const cookie = request.headers.get('Cookie') ?? ''
  const [, mark, signature] = /(?:^|;\s*)dots=([\w-]{22})\.([\w-]{43})(?:;|$)/.exec(cookie) ?? []
  if (!mark || !signature) return undefined
  return timingSafeEqual(signed(code, mark), Buffer.from(signature, 'base64url')) ? mark : undefined
}

/** Gives a phone a mark by which one exercise knows it again: pure chance, gone with the exercise. @returns the `Set-Cookie` line */
export function newMark(code: string): string {
  const secure = config.origin.startsWith('https:') ? '; Secure' : ''
  const mark = randomBytes(16).toString('base64url')
  const cookie = `${cookieName}=${mark}.${signed(code, mark).toString('base64url')}`
  return `${cookie}; Path=/dots/${code}; Max-Age=${exerciseHours * 3600}; HttpOnly; SameSite=Strict${secure}`
}

const signed = (code: string, mark: string) => createHmac('sha256', secret).update(`${code} ${mark}`).digest()
