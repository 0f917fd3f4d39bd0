import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { transact, useCases } from '#db'
import { applyGateDecisions } from '~/gates/applying.server'
import { turnFormalKey, turnFormalKeyBack } from '~/gates/formal/store.server'
import { recordMeasurements } from '~/gates/measuring/store.server'
import { recordFreezing, recordVerdict, turnGroupKeyBack } from '~/gates/moving.server'
import { recordOpening, stepBack } from '~/gates/opening.server'
import { actForManagement } from '~/gates/veto/acting.server'
import { raiseVeto, recordVetoMove } from '~/gates/vetoing.server'
import { append } from '~/ledger/store.server'
import type { Role } from '~/people/rules'
import { closeDueVotes } from '~/workgroups/votes/closing.server'
import type { Choice, Detail, Subject } from '~/workgroups/votes/rules'
import { type About, findProposal } from '~/workgroups/votes/store.server'
import { recordOpening as openVote, propose, recordVote } from '~/workgroups/votes/voting.server'

// Everything that anybody can ask of a gate, as a list of deeds that chance can put in any order.

/** Who does it. The first three sit in the group of the gate, the next one in another group. */
export const actors: Record<string, Role[]> = {
  memberA: ['agent'],
  memberB: ['agent'],
  memberC: ['agent'],
  otherMember: ['agent'],
  agent: ['agent'],
  council: ['worksCouncil'],
  councilInManagement: ['worksCouncil', 'executive'],
  director: ['executive'],
  lead: ['projectLead'],
  hr: ['hr'],
}
export type Actor = keyof typeof actors
const members = ['memberA', 'memberB', 'memberC']

const ofVote = ['criteria', 'verdict', 'verdictBad', 'key', 'veto', 'persuaded', 'escalate'] as const
export type Matter = (typeof ofVote)[number]
const whos = Object.keys(actors)

/** One deed; numbers choose among what there is by then. */
export type Deed =
  | { do: 'decide' | 'propose'; matter: Matter; step: number; nth: number; who: Actor }
  | { do: 'openVote' | 'vote' | 'forceIt'; nth: number; who: Actor; choice: Choice; as: Matter; step: number }
  | { do: 'formalKey' | 'formalKeyBack' | 'open' | 'stepBack'; step: number; who: Actor }
  | { do: 'answer' | 'accept' | 'override'; nth: number; who: Actor }
  | { do: 'measure'; step: number }
  | { do: 'nextPhase' | 'days' }

const step = fc.constantFrom(1, 1, 1, 2)
const nth = fc.nat(5)
const who = fc.constantFrom(...whos)
const matter = fc.constantFrom(...ofVote)
const kind = <Word extends string>(...words: Word[]) => fc.constantFrom(...words)

/** Any deed by anybody; whole decisions of the group more often, so that chance comes far. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: kind('decide'), matter, step, nth, who: kind(...members) }) },
  { weight: 2, arbitrary: fc.record({ do: kind('propose'), matter, step, nth, who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: kind('openVote', 'vote', 'vote', 'forceIt'), nth, who, as: matter, step },
      choice: kind<Choice>('consent', 'object', 'aside'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: kind('formalKey', 'formalKeyBack', 'open', 'open', 'stepBack'), step, who }),
  },
  { weight: 4, arbitrary: fc.record({ do: kind('answer', 'answer', 'accept', 'override'), nth, who }) },
  { weight: 1, arbitrary: fc.record({ do: kind('measure'), step }) },
  { weight: 2, arbitrary: fc.record({ do: kind('nextPhase', 'days') }) },
)

export type Scene = {
  gateId: string
  useCase: string
  /** The group of the gate, and another one. */
  groups: [string, string]
  ids: Record<Actor, string>
  at: Date
  proposals: string[]
  vetoIds: () => Promise<string[]>
}
type Answer = { ok: boolean; because?: string } | undefined

const by = (scene: Scene, who: Actor) => ({ id: scene.ids[who]!, roles: actors[who]!, givenName: who, surname: 'X' })
const pick = <One>(all: readonly One[], nth: number): One | undefined => all[nth % Math.max(1, all.length)]
const word = { reason: 'Daarom.' }

/** Does a deed through the real stores, in whatever state things are. @returns what the store answered; nothing where it was not asked */
export async function perform(scene: Scene, deed: Deed): Promise<Answer> {
  const { at, gateId } = scene
  const place = { gateId, version: 'step' in deed ? deed.step : 1 }
  switch (deed.do) {
    case 'propose':
      return proposeIt(scene, deed)
    case 'decide':
      return decideIt(scene, deed)
    case 'openVote':
    case 'vote':
      return inVote(scene, deed)
    case 'forceIt':
      return force(scene, deed)
    case 'formalKey':
      return turnFormalKey(place, word, by(scene, deed.who), at)
    case 'formalKeyBack':
      return turnFormalKeyBack(place, word.reason, by(scene, deed.who), at)
    case 'open':
      return recordOpening(place, by(scene, deed.who), at)
    case 'stepBack':
      return stepBack(place, word.reason, by(scene, deed.who), at)
    case 'measure':
      return recordMeasurements(place, [measuredOn(at)], { way: 'form', at })
    case 'nextPhase':
      return enterPrototype(scene)
    case 'days':
      scene.at = new Date(at.getTime() + 4 * 86_400_000)
      await closeDueVotes(scene.at)
      return void (await applyGateDecisions(scene.at))
    default: {
      const vetoId = pick(await scene.vetoIds(), deed.nth)
      return vetoId ? actForManagement(vetoId, { move: deed.do, ...word }, by(scene, deed.who), at) : undefined
    }
  }
}

const measuredOn = (at: Date) => {
  const day = at.toISOString().slice(0, 10)
  return { criterion: 1, fromOn: day, untilOn: day, valueMilli: 91_000, volume: 200 }
}

type Proposing = { matter: Matter; step: number; nth: number; who: Actor }

async function proposeIt(scene: Scene, { matter, step, nth, who }: Proposing) {
  const place = { gateId: scene.gateId, version: step }
  const vetoId = pick(await scene.vetoIds(), nth)
  const judgements = [{ criterion: 1, isGood: matter === 'verdict', note: '' }]
  const isOfVeto = matter === 'persuaded' || matter === 'escalate'
  if (isOfVeto && !vetoId) return undefined
  const about: About = isOfVeto ? { vetoId: vetoId! } : { ...place, ...(matter === 'veto' && { criterion: 1 }) }
  const subject: Subject = matter === 'verdictBad' ? 'verdict' : matter
  const detail: Detail = { persuade: 'Beter.', judgements, measuringFrom: '2026-04-21' }
  const group = scene.groups[who === 'otherMember' ? 1 : 0]
  const said = { subject, title: `${matter} ${scene.proposals.length}`, words: 'Daarom.', about, detail }
  const proposed = await propose(group, said, scene.ids[who]!, scene.at)
  if (proposed.ok) scene.proposals.push(proposed.value.id)
  return proposed
}

/** Lets the group decide it from first word to deed. */
async function decideIt(scene: Scene, deed: Proposing) {
  const proposed = await proposeIt(scene, deed)
  if (!proposed?.ok) return proposed
  const { id } = proposed.value
  await openIt(scene, id, deed.who)
  for (const member of members) await recordVote(id, { choice: 'consent', reason: '' }, scene.ids[member]!, scene.at)
  return void (await applyGateDecisions(scene.at))
}

async function openIt(scene: Scene, id: string, who: Actor) {
  const { version } = (await findProposal(id))!
  const closesAt = new Date(scene.at.getTime() + 49 * 3_600_000)
  return openVote(id, version, closesAt, { personId: scene.ids[who]!, at: scene.at })
}

async function inVote(scene: Scene, deed: Extract<Deed, { do: 'openVote' | 'vote' | 'forceIt' }>) {
  const id = pick(scene.proposals, deed.nth)
  if (!id) return undefined
  if (deed.do === 'openVote') return openIt(scene, id, deed.who)
  return recordVote(id, { choice: deed.choice, reason: 'Nee.' }, scene.ids[deed.who]!, scene.at)
}

/** Asks the stores for a deed with any proposal, decided or not, of whatever subject and group. */
async function force(scene: Scene, { nth, as, step }: { nth: number; as: Matter; step: number }): Promise<Answer> {
  const id = pick(scene.proposals, nth) ?? 'V-none'
  const place = { gateId: scene.gateId, version: step }
  if (as === 'criteria') return recordFreezing(place, id, scene.at)
  if (as === 'key') return turnGroupKeyBack(place, id, scene.at)
  if (as === 'veto') return raiseVeto({ ...place, criterion: 1 }, id, scene.at)
  if (as !== 'persuaded' && as !== 'escalate') return recordVerdict(place, id, scene.at)
  const vetoId = pick(await scene.vetoIds(), nth)
  return vetoId ? recordVetoMove(vetoId, { move: as, by: 'group', ...word, proposalId: id }, scene.at) : undefined
}

async function enterPrototype({ useCase, at }: Scene) {
  await transact(async tx => {
    const [row] = await tx.select().from(useCases).where(eq(useCases.id, useCase))
    if (row?.phase !== 'listen') return
    await tx.update(useCases).set({ phase: 'prototype' }).where(eq(useCases.id, useCase))
    await append(tx, { type: 'phase.entered', data: { use_case: useCase, phase: 'prototype' } }, at)
  })
  return undefined
}
