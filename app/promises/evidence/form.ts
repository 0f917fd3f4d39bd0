import { z } from 'zod'
import { fileKinds, largestFileBytes, linkIn, longestFileName, longestNote } from './kinds'

/** Characters of a link. @source our own choice: longer ones carry who clicked, not where to */
const longestLink = 300

const link = z
  .string()
  .trim()
  .max(longestLink)
  .refine(given => linkIn(given) !== undefined, 'notAnAddress')
  .transform(given => linkIn(given)!)

/** A browser's form library hands over a list of files; a form without a choice sends a file without a name, or nothing. */
const oneFile = (given: unknown) => {
  const file = typeof given === 'object' && given !== null && 'item' in given ? (given as FileList)[0] : given
  return file === '' || (file instanceof File && file.name === '' && file.size === 0) ? undefined : file
}
const isSmall = (file: File) => file.size <= largestFileBytes
const file = z.custom<File>(given => given instanceof File).refine(isSmall, 'fileTooBig')

/** A file that was looked at goes back with the confirmation, as it will be published and with our seal on it. */
const sealed = z.object({
  name: z.string().max(longestFileName),
  kind: z.enum(fileKinds),
  content: z.string().max(2 * largestFileBytes),
  seal: z.string(),
})

/** Something by which anybody can see how a promise stands. `step` is what is asked of the page, as for a promise. */
export const evidenceForm = z.object({
  note: z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(longestNote),
  link: z.preprocess(given => given || undefined, link.optional()),
  file: z.preprocess(oneFile, file.optional()),
  ...sealed.partial().shape,
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})
