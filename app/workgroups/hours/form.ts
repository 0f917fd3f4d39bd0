import { z } from 'zod'
import { isWeek } from '~/calendar'
import { largestStaffFileBytes } from '~/people/rules'
import { mostMinutes } from './rules'
import { readMinutes } from './typed'

const hours = z
  .string()
  .min(1)
  .transform((typed, context) => {
    const minutes = readMinutes(typed)
    if (minutes !== undefined && minutes <= mostMinutes) return minutes
    context.addIssue({ code: 'custom', message: minutes === undefined ? 'notHours' : 'tooBig', input: typed })
    return z.NEVER
  })
const week = z.string().refine(isWeek, 'notAChoice')

/** What a member says of one of their own weeks. */
export const ownHoursForm = z.object({ week, used: hours, pulledBack: hours })

/** The name of the field for the hours of one member, by their place in the roster. */
export const hoursField = (place: number) => `hours-${place}` as const

type RosterFields<Hours> = { seen: string } & Record<`hours-${number}`, Hours>

/** The hours of one week, a field for each member. `seen` seals what stood there before. */
export function rosterForm(members: number) {
  const fields = Array.from({ length: members }, (_, place) => [hoursField(place), hours] as const)
  const form: unknown = z.object({ seen: z.string().max(100), ...Object.fromEntries(fields) })
  return form as z.ZodType<RosterFields<number>, RosterFields<string>>
}

/** A browser's form library hands over a list of files, the server one file. */
const oneFile = (given: unknown) =>
  typeof given === 'object' && given !== null && 'item' in given ? (given as FileList)[0] : given

/** A roster as a file to look at, or as the text of one that was looked at. */
export const rosterFileForm = z.object({
  file: z.preprocess(
    oneFile,
    z
      .custom<File>(given => given instanceof File && given.size > 0, 'fileMissing')
      .refine(file => file.size <= largestStaffFileBytes, 'fileTooBig'),
  ),
})
export const rosterConfirmForm = z.object({
  text: z.string().min(1).max(largestStaffFileBytes),
  seen: z.string().max(100),
})
