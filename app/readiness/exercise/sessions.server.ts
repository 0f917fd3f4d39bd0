import { randomBytes, randomInt } from 'node:crypto'
import { allow, refuse } from '~/decision'
import type { Voice } from '../cards/rules'
import {
  type Circle,
  codeLength,
  codeLetters,
  emptyCircle,
  exerciseHours,
  giveDots,
  type Outcome,
  outcomeOf,
} from './rules'

// Exercises live here, in the memory of this process, and nowhere else: no table, no file, no line in a log. When the
// process ends they are gone. An installation with several app machines must send everybody of one exercise to the same.

type Exercise = { code: string; key: string; endsAtMs: number; circle: Circle; outcome?: Outcome }

/** What a facilitator sees of an exercise. Whether enough took part, never how many: nobody can watch one colleague give. */
export type ExerciseSeen = { code: string; isEnough: boolean; outcome: Outcome | null }

/** Exercises at once; whoever starts them without end is stopped before memory is. @source our own choice: more than any organisation holds */
const mostAtOnce = 500

const exercises = new Map<string, Exercise>()

/** Codes of exercises that were here, and until when they are remembered: who looks again at one of them guesses nothing. */
const formerCodes = new Map<string, number>()

/** Codes remembered at most. @source our own choice: every exercise of a day */
const mostRemembered = 2000

/** Starts an exercise. @returns the code for everybody, and the key with which only this facilitator ends it */
export function startExercise(at: Date) {
  dropEnded(at)
  if (exercises.size >= mostAtOnce) return refuse('tooManyAtOnce')
  const code = freshCode()
  const key = randomBytes(16).toString('base64url')
  exercises.set(code, { code, key, endsAtMs: at.getTime() + exerciseHours * 3_600_000, circle: emptyCircle() })
  return allow({ code, key })
}

/** Finds an exercise for whoever holds its key. */
export function findLed(key: string, at: Date): ExerciseSeen | undefined {
  dropEnded(at)
  const found = ledBy(key)
  if (!found) return undefined
  return { code: found.code, isEnough: outcomeOf(found.circle).enough, outcome: found.outcome ?? null }
}

/** Finds an exercise for whoever knows its code, and tells whether this phone gave its dots. */
export function findJoined(code: string, mark: string | undefined, at: Date) {
  dropEnded(at)
  const found = exercises.get(code)
  if (!found) return undefined
  return { outcome: found.outcome ?? null, gave: mark !== undefined && found.circle.marks.has(mark) }
}

/** Counts the dots of one phone. */
export function recordDots(code: string, given: readonly Voice[], mark: string | undefined, at: Date) {
  dropEnded(at)
  const found = exercises.get(code)
  if (!found) return refuse('exerciseGone')
  const decision = giveDots(found.circle, given, mark)
  if (decision.ok) exercises.set(code, { ...found, circle: decision.value })
  return decision.ok ? allow(null) : decision
}

/** Ends the giving, once: what may be shown is worked out, and counts and marks are forgotten. */
export function endGiving(key: string, at: Date) {
  dropEnded(at)
  const found = ledBy(key)
  if (!found) return refuse('exerciseGone')
  const outcome = found.outcome ?? outcomeOf(found.circle)
  exercises.set(found.code, { ...found, outcome, circle: { ...emptyCircle(), isEnded: true } })
  return allow(null)
}

/** Closes an exercise: nothing of it is left but that its code led somewhere. */
export function closeExercise(key: string) {
  const found = ledBy(key)
  if (found) drop(found)
}

/** Returns whether a code led to an exercise in the last hours. */
export function wasThere(code: string, at: Date): boolean {
  return (formerCodes.get(code) ?? 0) > at.getTime()
}

const ledBy = (key: string) => [...exercises.values()].find(one => one.key === key)

function dropEnded(at: Date) {
  for (const one of exercises.values()) if (at.getTime() >= one.endsAtMs) drop(one)
}

function drop({ code, endsAtMs }: Exercise) {
  exercises.delete(code)
  formerCodes.set(code, endsAtMs + exerciseHours * 3_600_000)
  for (const oldest of [...formerCodes.keys()].slice(0, -mostRemembered)) formerCodes.delete(oldest)
}

function freshCode(): string {
  const code = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')
  return exercises.has(code) || formerCodes.has(code) ? freshCode() : code
}
