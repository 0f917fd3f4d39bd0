import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'
import { type Voice, voices } from '../cards/rules'

/** Who may start the exercise and lead the talk about it. */
export const facilitators = ['teamLead', 'hr', 'worksCouncil'] as const satisfies readonly Role[]

/** Phones that must have given their dots; of fewer nothing is ever shown. @source instruments.md, section 3c */
export const smallestCircle = 8

/** Dots that everybody gives. @source instruments.md, section 3c */
export const dotsEach = 3

/** Dots. A voice with fewer is not counted out. @source instruments.md, section 3c */
export const fewestCounted = 3

/** People in one exercise; a code that leaked lets nobody fill the memory. @source our own choice: more never sit in one room */
export const largestCircle = 200

/** Hours after which an exercise is gone, closed or not. @source our own choice: the longest team session with its break */
export const exerciseHours = 4

/** The letters of a code: none that is mistaken for another, on a screen across the room or read aloud. */
export const codeLetters = 'ABCDEFGHJKMNPRSTUWXYZ'

/** Letters in a code. @source our own choice: 86 million codes, behind a brake on guessing, for four hours */
export const codeLength = 6

/** What an exercise consists of: counts only. A mark tells one phone from another and nothing else. */
export type Circle = { dots: Record<Voice, number>; marks: ReadonlySet<string>; isEnded: boolean }

/** An exercise in which nobody gave anything yet. */
export const emptyCircle = (): Circle => ({
  dots: { craft: 0, place: 0, proof: 0, keen: 0, wait: 0 },
  marks: new Set(),
  isEnded: false,
})

/** Adds the dots of one phone to the counts; which dots were whose is not kept. */
export function giveDots(
  circle: Circle,
  given: readonly Voice[],
  mark: string | undefined,
): Decision<Circle, 'givingEnded' | 'noMark' | 'alreadyGave' | 'circleFull'> {
  if (circle.isEnded) return refuse('givingEnded')
  if (!mark) return refuse('noMark')
  if (circle.marks.has(mark)) return refuse('alreadyGave')
  if (circle.marks.size >= largestCircle) return refuse('circleFull')
  const dots = { ...circle.dots }
  for (const voice of given) dots[voice] += 1
  return allow({ ...circle, dots, marks: new Set([...circle.marks, mark]) })
}

/**
 * What becomes of an exercise when the giving ends: enough phones, so counts without marks; or too few, so nothing.
 * Everybody gives as many dots, so the counts would tell how many phones gave: that number stands there openly.
 */
export type Outcome =
  | { enough: true; phones: number; counts: { voice: Voice; dots: number | 'notCounted' }[] }
  | { enough: false }

/** Returns what may be shown of an exercise. No count that is left out follows from those that are shown. */
export function outcomeOf({ dots, marks }: Circle): Outcome {
  if (marks.size < smallestCircle) return { enough: false }
  const most = largestLeftOut(voices.map(voice => dots[voice]))
  const counts = voices.map(voice => ({ voice, dots: dots[voice] <= most ? ('notCounted' as const) : dots[voice] }))
  return { enough: true, phones: marks.size, counts }
}

/**
 * Returns up to which count nothing is counted out. What is left out adds up to a known number; so where that leaves
 * one possibility only, because one voice is left out or each has the same, the next smallest is left out with them.
 */
function largestLeftOut(dots: readonly number[]): number {
  const few = dots.filter(count => count < fewestCounted)
  if (few.length === 0) return fewestCounted - 1
  const sum = few.reduce((all, count) => all + count, 0)
  const follows = few.length === 1 || sum === 0 || sum === few.length * (fewestCounted - 1)
  return follows ? Math.min(...dots.filter(count => count >= fewestCounted)) : fewestCounted - 1
}

/** Returns the code that somebody meant to type, in any case and with any dashes; nothing when it can be none. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
  return code.length === codeLength && [...code].every(letter => codeLetters.includes(letter)) ? code : undefined
}

/** Writes a code as it is shown: in two halves. */
export function inHalves(code: string): string {
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`
}
