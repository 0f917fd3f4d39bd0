import { z } from 'zod'
import { languages, largestStaffFileBytes, roles } from './rules'

/** Characters. @source RFC 5321, 4.5.3.1.3 */
const longestEmail = 254
/** Characters. Longer takes work to hash and protects no better. @source NIST SP 800-63B-4, 3.1.1.2: at least 64 must be possible */
const longestPassword = 200
/** Characters, when a password is the only thing asked for. @source NIST SP 800-63B-4, 3.1.1.2 */
const shortestPassword = 15

const email = z.string().trim().min(1).max(longestEmail).pipe(z.email())
const typedPassword = z.string().min(1).max(longestPassword)

export const signInForm = z.object({ email, password: typedPassword })

export const askLinkForm = z.object({ linkEmail: email })

export const demoForm = z.object({ role: z.enum(roles) })

export const languageForm = z.object({
  language: z.enum(['', ...languages]).transform(language => (language === '' ? null : language)),
})

export const passwordForm = z
  .object({
    currentPassword: z.string().max(longestPassword).default(''),
    nextPassword: z.string().min(shortestPassword).max(longestPassword),
    nextPasswordAgain: z.string(),
  })
  .refine(form => form.nextPassword === form.nextPasswordAgain, { path: ['nextPasswordAgain'], error: 'notTheSame' })

/** A browser's form library hands over a list of files, the server one file. */
const oneFile = (given: unknown) =>
  typeof given === 'object' && given !== null && 'item' in given ? (given as FileList)[0] : given

export const staffUploadForm = z.object({
  file: z.preprocess(
    oneFile,
    z
      .custom<File>(given => given instanceof File && given.size > 0, 'fileMissing')
      .refine(file => file.size <= largestStaffFileBytes, 'fileTooBig'),
  ),
})

export const staffConfirmForm = z.object({
  text: z.string().min(1).max(largestStaffFileBytes),
  version: z.string().regex(/^\d+$/).transform(Number),
  manyMayLeave: z.literal('yes').optional(),
})
