import type { Day } from '~/calendar'
import type { KeptFile } from '~/promises/evidence/kinds'
import type { Output, Phase, provedByData } from '../phases'

/** What proves an output: the name of a promise, a group, a proposal, or a gate with its step (`G-1/2`). */
export type Proofs = Partial<Record<(typeof provedByData)[number], string>>

/** Something that was shown of a phase: by words and a file, or in the moment a phase was left by what the data proved. */
export type OutputShown = { phase: Phase; output: string; proof: string; shownOn: Day; file?: KeptFile }

/** A use case as it stands, with what it has shown and what it has not. */
export type UseCase = {
  id: string
  name: string
  workgroupId: string
  workgroup: string
  phase: Phase
  enteredOn: Day
  shown: OutputShown[]
  proofs: Proofs
  missing: Output[]
}

/** A task that comes back, with the last times that it was done. */
export type Task = {
  id: string
  words: string
  who: string
  everyDays: number
  nextDueOn: Day
  isLate: boolean
  done: { dueOn: Day; doneOn: Day; note: string }[]
}
