import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import { db, persons, signInLinks, transact } from '#db'
import { kindOf, log } from '~/log.server'
import { type Mail, mailIsConfigured, sendMail } from '~/notices/mail.server'
import type { Language } from './rules'
import { findByEmail } from './store.server'

/** Minutes in which a one-time link may be used. @source OWASP Forgot Password Cheat Sheet, "URL Tokens": short-lived and single use */
export const linkMinutes = 15

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes a one-time link for somebody. @returns the token: the table holds only its hash, so this is the last time it is seen. */
export async function createLink(personId: string, at: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + linkMinutes * 60_000)
  await transact(async tx => {
    await tx.delete(signInLinks).where(lte(signInLinks.expiresAt, at))
    await tx.insert(signInLinks).values({ tokenHash: hashOf(token), personId, expiresAt })
  })
  return token
}

/** Tells whether a link can still be used, without using it: programs that look into mail open links too. */
export async function linkIsGood(token: string, at: Date): Promise<boolean> {
  const [link] = await db
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .innerJoin(persons, eq(persons.id, signInLinks.personId))
    .where(and(eq(signInLinks.tokenHash, hashOf(token)), gt(signInLinks.expiresAt, at), isNull(persons.leftAt)))
  return link !== undefined
}

/** Uses a link up. @returns the id of its person, once; undefined for ever after, and for who has left. */
export function useLink(token: string, at: Date): Promise<string | undefined> {
  return transact(async tx => {
    const [link] = await tx
      .delete(signInLinks)
      .where(eq(signInLinks.tokenHash, hashOf(token)))
      .returning()
    if (!link || link.expiresAt <= at) return undefined
    const [person] = await tx
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.id, link.personId), isNull(persons.leftAt)))
    return person?.id
  })
}

/** The words around a link, in the reader's language. */
export type WriteLinkMail = (token: string, language: Language | null) => Omit<Mail, 'to'>

/**
 * Mails a one-time link to who works here under `email`; does nothing for anybody else.
 *
 * Do not wait for it before answering: how long it takes tells who works here.
 */
export async function mailLink(email: string, at: Date, write: WriteLinkMail): Promise<void> {
  try {
    const person = await findByEmail(email)
    if (!person || !mailIsConfigured()) return
    const token = await createLink(person.id, at)
    await sendMail({ to: person.email, ...write(token, person.language) })
  } catch (fault) {
    log('mail.failed', { code: kindOf(fault) })
  }
}
