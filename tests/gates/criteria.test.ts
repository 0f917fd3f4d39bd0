import { beforeAll, expect, test } from 'vitest'
import { applyGateDecisions } from '~/gates/applying.server'
import { recordStep } from '~/gates/making/store.server'
import { findGate } from '~/gates/store.server'
import { type CriterionSaid, mostCriteria, readingOf } from '~/gates/writing/criterion'
import { criterionForm } from '~/gates/writing/form'
import { findProposed, proposeCriteria, removeCriterion, writeCriterion } from '~/gates/writing/store.server'
import { templateNames, templates } from '~/gates/writing/templates'
import { criteriaInWords } from '~/gates/writing/wording'
import { catalogues, translatorOn } from '~/language/catalogues.server'
import { languages } from '~/people/rules'
import { checkForm } from '~/ui/form-problems'
import { findProposal } from '~/workgroups/votes/store.server'
import { recordOpening, recordVote } from '~/workgroups/votes/voting.server'
import { foundOrganisation, hire } from '../people/cast'
import { foundGate } from './cast'

const day = '2026-04-20'
const at = new Date(`${day}T11:00:00Z`)
const dutch = translatorOn('nl')
const bar: CriterionSaid = {
  ...{ measure: 'Klachten', unit: 'per 1000 gesprekken', direction: 'atMost', thresholdMilli: 2_500 },
  ...{ source: 'Register', minimumVolume: 500 },
}

beforeAll(foundOrganisation)

type World = Awaited<ReturnType<typeof foundGate>>
const writer = ({ members }: World, personId = members[0]!) => ({
  personId,
  inWords: (all: Parameters<typeof criteriaInWords>[0]) => criteriaInWords(all, dutch, 'nl'),
})
const place = ({ gateId, version }: World) => ({ gateId, version })
const write = (world: World, said: Parameters<typeof writeCriterion>[1], personId?: string) =>
  writeCriterion(place(world), said, writer(world, personId), at)
const standing = async ({ gateId }: World) => (await findGate(gateId))!.steps[0]!.criteria
async function proposed(world: World) {
  const asked = { title: 'Eisen', measuringFrom: '2026-05-01' }
  const decision = await proposeCriteria(place(world), asked, writer(world), at)
  return decision.ok ? decision.value.id : decision.because
}
const openVote = async (id: string, { members }: World) => {
  const closesAt = new Date(at.getTime() + 72 * 3_600_000)
  const { version } = (await findProposal(id))!
  return recordOpening(id, version, closesAt, { personId: members[0]!, at })
}

test('members write bars, once, and whoever changes one has seen it; others write nothing', async () => {
  const world = await foundGate(day)
  await Promise.all([write(world, bar), write(world, bar, world.members[1])])
  expect(await standing(world)).toMatchObject([{ number: 1 }, { number: 2, ...bar }])
  const agent = await hire('buitenstaander@voorbeeld.nl', ['projectLead', 'worksCouncil', 'executive'])
  expect(await write(world, { ...bar, measure: 'Anders' }, agent)).toMatchObject({ because: 'notAMember' })
  const stricter = { ...bar, thresholdMilli: 2_000, number: 2, seen: readingOf(bar) }
  expect(await write(world, stricter)).toMatchObject({ ok: true })
  expect(await write(world, stricter)).toMatchObject({ ok: true })
  expect(await write(world, { ...stricter, thresholdMilli: 9_000 })).toMatchObject({ because: 'changedMeanwhile' })
  expect(await write(world, { ...stricter, number: 9 })).toMatchObject({ because: 'changedMeanwhile' })
  const remove = (seen: string) => removeCriterion(place(world), { number: 2, seen }, writer(world), at)
  expect(await remove(readingOf(bar))).toMatchObject({ because: 'changedMeanwhile' })
  expect(await remove(readingOf({ ...bar, thresholdMilli: 2_000 }))).toMatchObject({ ok: true })
  expect(await remove('weg')).toMatchObject({ ok: true })
  expect(await standing(world)).toHaveLength(1)
  for (let more = 0; more < mostCriteria - 1; more++) await write(world, { ...bar, measure: `${more}` })
  expect(await write(world, bar)).toMatchObject({ because: 'tooManyCriteria' })
})

test('while they are discussed they change, and so does what is voted on; while the vote runs and after it nothing does', async () => {
  const world = await foundGate(day)
  const id = await proposed(world)
  expect(await proposed(world)).toBe(id)
  const seen = (await findProposal(id))!.version
  await write(world, bar)
  const now = (await findProposal(id))!
  expect(now.version).toBe(seen + 1)
  expect(now.words).toBe(
    '1. Goede antwoorden: ten minste 90\u00a0%. Bron: Steekproef. Gemeten bij ten minste 100 gevallen.\n' +
      '2. Klachten: hoogstens 2,5\u00a0per 1000 gesprekken. Bron: Register. Gemeten bij ten minste 500 gevallen.',
  )
  const late = await recordOpening(id, seen, new Date('2026-04-24T11:00:00Z'), { personId: world.members[0]!, at })
  expect(late).toMatchObject({ because: 'changedMeanwhile' })
  expect(await openVote(id, world)).toMatchObject({ ok: true })
  const lower = { ...bar, thresholdMilli: 99_000, number: 2, seen: readingOf(bar) }
  expect(await write(world, lower)).toMatchObject({ because: 'votePending' })
  for (const member of world.members) await recordVote(id, { choice: 'consent', reason: '' }, member, at)
  expect(await write(world, lower)).toMatchObject({ because: 'votePending' })
  await applyGateDecisions(at)
  expect(await write(world, lower)).toMatchObject({ because: 'alreadyFrozen' })
  expect(await proposed(world)).toBe('alreadyFrozen')
  const gate = (await findGate(world.gateId))!
  expect(gate.steps[0]).toMatchObject({ frozenOn: day, measuringFrom: '2026-05-01', criteria: [{}, bar] })
  expect(await findProposed(gate, 1)).toBeUndefined()
  await recordStep(world.gateId, { targetPct: 20, copyFrom: 1, seen: 1 }, { roles: ['projectLead'] })
  expect(await writeCriterion({ ...place(world), version: 2 }, lower, writer(world), at)).toMatchObject({ ok: true })
  expect(await standing(world)).toMatchObject([{}, bar])
})

test('criteria are not put to the vote without one, nor to count from a day that has begun', async () => {
  const world = await foundGate(day)
  const ask = (measuringFrom: string, personId = world.members[0]!) =>
    proposeCriteria(place(world), { title: 'T', measuringFrom }, writer(world, personId), at)
  expect(await ask(day)).toMatchObject({ because: 'measuringStarted' })
  expect(await ask('2026-05-01', 'nobody')).toMatchObject({ because: 'notAMember' })
  const [only] = await standing(world)
  await removeCriterion(place(world), { number: 1, seen: readingOf(only!) }, writer(world), at)
  expect(await ask('2026-05-01')).toMatchObject({ because: 'noCriteria' })
})

test('what is proposed reads as the criteria stand at that moment, whoever changed them meanwhile', async () => {
  const world = await foundGate(day)
  const [, id] = await Promise.all([write(world, bar), proposed(world)])
  const { words } = (await findProposal(id))!
  expect(words).toBe(criteriaInWords(await standing(world), dutch, 'nl'))
  expect(words).toContain(bar.measure)
})

test('of criteria that are discussed one stays, so that a vote about nothing never locks them', async () => {
  const world = await foundGate(day)
  const id = await proposed(world)
  const remove = (number: number, seen: string) => removeCriterion(place(world), { number, seen }, writer(world), at)
  const [only] = await standing(world)
  expect(await remove(1, readingOf(only!))).toMatchObject({ because: 'lastCriterion' })
  expect(await remove(9, 'weg')).toMatchObject({ ok: true })
  await write(world, bar)
  expect(await remove(1, readingOf(only!))).toMatchObject({ ok: true })
  expect((await findProposal(id))!.words).toBe(criteriaInWords(await standing(world), dutch, 'nl'))
  expect(await standing(world)).toMatchObject([bar])
})

const typed = { ...bar, threshold: '92,5', minimumVolume: '200', version: '1' }
test.each<[string, object, object]>([
  ['a comma', {}, { ok: true }],
  ['a point', { threshold: '92.5' }, { ok: true }],
  ['a number that two readers read differently', { threshold: '1.000' }, { problems: { threshold: 'notANumber' } }],
  ['words', { threshold: 'veel' }, { problems: { threshold: 'notANumber' } }],
  ['less than nothing', { threshold: '-1' }, { problems: { threshold: 'notANumber' } }],
  ['more than all of it', { threshold: '101', unit: '%' }, { problems: { threshold: 'tooBig' } }],
  ['no case at all', { minimumVolume: '0' }, { problems: { minimumVolume: 'tooSmall' } }],
  ['no source', { source: '  ' }, { problems: { source: 'required' } }],
])('a bar typed with %s is taken or asked again', (_what, part, outcome) => {
  expect(checkForm(criterionForm, { ...typed, ...part })).toMatchObject(outcome)
})

test('every template is a bar that the form takes, in every language', () => {
  for (const language of languages)
    for (const name of templateNames) {
      const words = catalogues[language].gates.template[name]
      const { direction, thresholdMilli, minimumVolume } = templates[name]
      const filled = { ...words, direction, threshold: `${thresholdMilli / 1000}`, minimumVolume: `${minimumVolume}` }
      expect(checkForm(criterionForm, { ...filled, version: '1' }), `${language} ${name}`).toMatchObject({ ok: true })
    }
})
