import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { and, eq, isNull } from 'drizzle-orm'
import { db, persons, sessions, transact } from '#db'
import { allow, type Decision, refuse } from '~/decision'
import { maySignIn } from './demo.server'
import { normaliseEmail } from './rules'

/**
 * The cost of one guess: 19 MiB of memory (in KiB), two passes, one lane. Argon2id is the library's default.
 *
 * @source OWASP Password Storage Cheat Sheet, "Argon2id"
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What an unknown person's password is compared with, so that the answer takes the same time. */
const nobodysHash = hash(randomBytes(32), cost)

/** The same characters however a keyboard composes them. @source NIST SP 800-63B-4, 3.1.1.2 */
const sameCharacters = (password: string) => password.normalize('NFKC')

/** Returns what is stored instead of a password. */
export const hashPassword = (password: string): Promise<string> => hash(sameCharacters(password), cost)

/** Decides whether `password` belongs to `stored`; without `stored` it says no after the same work. */
export async function passwordIsRight(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodysHash), sameCharacters(password), cost)
  return right && Boolean(stored)
}

/** Returns the id of who works here and has this e-mail and password; unknown person and wrong password look the same. */
export async function whoSignsIn(email: string, password: string): Promise<string | undefined> {
  const [person] = await db
    .select({ id: persons.id, passwordHash: persons.passwordHash })
    .from(persons)
    .where(and(eq(persons.email, normaliseEmail(email)), isNull(persons.leftAt)))
  const right = await passwordIsRight(person?.passwordHash, password)
  return right && (await maySignIn(normaliseEmail(email))) ? person?.id : undefined
}

/** Tells whether somebody signs in with a password, or only by one-time link. */
export const hasPassword = async (personId: string): Promise<boolean> => (await storedHash(personId)) != null

/** Records a new password and signs the person out everywhere: whoever knew the old one is out. */
export async function changePassword(
  personId: string,
  current: string,
  next: string,
): Promise<Decision<null, 'wrongPassword'>> {
  const stored = await storedHash(personId)
  if (stored && !(await passwordIsRight(stored, current))) return refuse('wrongPassword')
  const passwordHash = await hashPassword(next)
  await transact(async tx => {
    await tx.update(persons).set({ passwordHash }).where(eq(persons.id, personId))
    await tx.delete(sessions).where(eq(sessions.personId, personId))
  })
  return allow(null)
}

async function storedHash(personId: string) {
  const [person] = await db.select({ passwordHash: persons.passwordHash }).from(persons).where(eq(persons.id, personId))
  return person?.passwordHash
}
