import { isYoung } from '~/ballot-box/token'
import type { Tried } from '~/ledger/attacks/rules'
import { type Attack, together } from './attack'
import { type Chance, chanceFrom } from './stage/chance'

/** Seconds. Work is done in days of eight hours; nights only count for how old a token is. */
const [minute, hour, night] = [60, 3600, 24 * 3600]
const workday = 8 * hour
const [issuingDays, answeringDays] = [3, 10]
const [staff, runs] = [200, 40]
/** Shares of the staff: who answers, and who looks at the site while tokens are drawn and nobody can answer yet. */
const [answering, early] = [0.6, 0.8]
/** The largest share of ballots that a watcher may lead back to a person. @source anonymity.md, section 14, T17 */
const tolerated = 0.05

/** When one person draws a token, and when the ballot leaves; the ballot is absent from whoever does not answer. */
type Moments = { drawn: number; cast?: number }
/** How a client behaves: given when somebody would answer, it decides when what is sent. */
type Client = (answersAt: number, chance: Chance) => Moments

const momentOn = (day: number, chance: Chance) => day * night + chance.next() * workday
/** Most people answer in the first days after the invitation. */
function answerMoment(chance: Chance): number {
  const day = Math.floor(-2.2 * Math.log(1 - chance.next()))
  return momentOn(issuingDays + Math.min(answeringDays - 1, day), chance)
}
const fillingIn = (chance: Chance) => minute - 1.5 * minute * Math.log(1 - chance.next())

const asDate = (seconds: number) => new Date(seconds * 1000)

/**
 * Ours: drawn on a visit in the days before, or else kept on the device until the token is no longer young. Nobody is taken
 * to choose "send now" with a young token; the page warns whoever does, and the report says that this is assumed.
 */
const ours: Client = (answersAt, chance) => {
  const isEarly = chance.next() < early
  const drawn = isEarly ? momentOn(Math.floor(chance.next() * issuingDays), chance) : answersAt
  const ready = answersAt + fillingIn(chance)
  if (!isYoung(asDate(drawn), asDate(ready))) return { drawn, cast: ready }
  const later = Math.floor(ready / night) + 1 + Math.floor(chance.next() * 2)
  return { drawn, cast: momentOn(later, chance) }
}
const whenThePageOpens: Client = (answersAt, chance) => ({ drawn: answersAt, cast: answersAt + fillingIn(chance) })
const whenSending: Client = (answersAt, chance) => ({ drawn: answersAt, cast: answersAt + 2 + chance.next() * 3 })

/** The watcher takes each ballot to be of whoever drew most recently, but at least so many seconds before. */
function linked(people: readonly Moments[], leastAge: number): number {
  const ballots = [...people.keys()].filter(at => people[at]!.cast !== undefined)
  const used = new Set<number>()
  let right = 0
  for (const ballot of ballots.sort((a, b) => people[a]!.cast! - people[b]!.cast!)) {
    const fits = (at: number) => !used.has(at) && people[at]!.drawn <= people[ballot]!.cast! - leastAge
    const candidates = [...people.keys()].filter(fits)
    const [first, ...rest] = candidates
    if (first === undefined) continue
    const guess = rest.reduce((best, at) => (people[at]!.drawn > people[best]!.drawn ? at : best), first)
    used.add(guess)
    if (guess === ballot) right += 1
  }
  return right
}

/** One round, watched by somebody who knows the client: the better of two ways to guess counts. */
function watch(client: Client, chance: Chance): Tried {
  const people = Array.from({ length: staff }, (): Moments => {
    const { drawn, cast } = client(answerMoment(chance), chance)
    return chance.next() < answering ? { drawn, cast } : { drawn }
  })
  const tried = people.filter(({ cast }) => cast !== undefined).length
  return { tried, broken: Math.max(linked(people, 0), linked(people, 12 * hour)) }
}

function watchRounds(client: Client): Tried {
  const chance = chanceFrom(17)
  return together(Array.from({ length: runs }, () => watch(client, chance)))
}

export const timing: Attack = {
  id: 'timing',
  tolerated,
  run: () => watchRounds(ours),
  controls: { whenThePageOpens: () => watchRounds(whenThePageOpens), whenSending: () => watchRounds(whenSending) },
}
