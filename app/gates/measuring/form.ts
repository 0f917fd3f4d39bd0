import { z } from 'zod'
import { isDay } from '~/calendar'
import type { Measurement } from '../criteria'
import { largestListBytes } from './list-reasons'
import { milliOf, wholeOf } from './numbers'

const day = z.string().min(1).refine(isDay, 'notADay')
/** The number of a step or a criterion. */
const number = z.string().regex(/^[1-9]\d{0,5}$/)
const written = <Value>(parse: (text: string) => Value | undefined) =>
  z
    .string()
    .trim()
    .min(1)
    .max(30)
    .refine(text => parse(text) !== undefined, 'notANumber')

/** A measurement as somebody types it; what was typed stays text, so that the preview shows it again as it was. */
export const measurementForm = z.object({
  version: number,
  criterion: number,
  fromOn: day,
  untilOn: day,
  value: written(milliOf),
  volume: written(wholeOf),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})
export type MeasurementTyped = Omit<z.output<typeof measurementForm>, 'step'>

/** Returns what was typed as a measurement; the form made sure that it is one. */
export const measurementTyped = ({ criterion, fromOn, untilOn, value, volume }: MeasurementTyped): Measurement => ({
  ...{ criterion: Number(criterion), fromOn, untilOn },
  ...{ valueMilli: milliOf(value) ?? -1, volume: wholeOf(volume) ?? -1 },
})

/** A browser's form library hands over a list of files, the server one file. */
const oneFile = (given: unknown) =>
  typeof given === 'object' && given !== null && 'item' in given ? (given as FileList)[0] : given

/** A list of measurements that is looked at first. */
export const listForm = z.object({
  version: number,
  file: z.preprocess(
    oneFile,
    z
      .custom<File>(given => given instanceof File && given.size > 0, 'fileMissing')
      .refine(file => file.size <= largestListBytes, 'fileTooBig'),
  ),
})

/** A list that was looked at, to be entered. */
export const listConfirmForm = z.object({ version: number, text: z.string().min(1).max(largestListBytes) })

/** A program that may send measurements. */
export const meterForm = z.object({ name: z.string().trim().min(1).max(80) })
export const removeMeterForm = z.object({ meterId: z.string().regex(/^[\w-]{1,64}$/) })
