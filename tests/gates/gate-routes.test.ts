import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { formalRequirement } from '~/gates/formal/requirement'
import { turnFormalKey } from '~/gates/formal/store.server'
import { openPct } from '~/gates/rules'
import { findGate } from '~/gates/store.server'
import { readingOf } from '~/gates/writing/criterion'
import * as list from '~/routes/app.gates._index'
import * as page from '~/routes/app.gates.$gateId._index'
import * as criteria from '~/routes/app.gates.$gateId.criteria'
import * as key from '~/routes/app.gates.$gateId.key'
import * as document from '~/routes/app.gates.$gateId.key_.$hash'
import * as open from '~/routes/app.gates.$gateId.open'
import * as steps from '~/routes/app.gates.$gateId.steps'
import * as making from '~/routes/app.gates.new'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { pdf } from '../promises/evidence-files'
import { decide, foundGate } from './cast'

type Deed = (args: LoaderFunctionArgs) => unknown
type World = Awaited<ReturnType<typeof foundGate>>
const today = dayIn(config.timeZone, new Date())
let world: World
/** Everybody who holds no key, and the one who holds one and belongs to management too. */
const staff = ['medewerker', 'personeel', 'beheerder', 'teamleider'] as const
const management = ['directeur', 'leider', 'raadslid-leider'] as const

beforeAll(async () => {
  await foundOrganisation()
  await hire('directeur@voorbeeld.nl', ['executive'])
  await hire('leider@voorbeeld.nl', ['projectLead'])
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
  await hire('raadslid-leider@voorbeeld.nl', ['worksCouncil', 'projectLead'])
  await hire('medewerker@voorbeeld.nl', ['agent', 'workgroupMember'])
  await hire('personeel@voorbeeld.nl', ['hr'])
  await hire('beheerder@voorbeeld.nl', ['platformAdmin'])
  await hire('teamleider@voorbeeld.nl', ['teamLead'])
  world = await foundGate(today)
})

async function enter(deed: Deed, person: string, init: RequestInit = {}, search = '') {
  const request = await asPersonIn(person, `/app/gates/x${search}`, init)
  const params = { gateId: world.gateId }
  return answerOf(async () => deed({ request, params, context: {} } as never)) as Promise<never>
}
const send = (deed: Deed, person: string, values: Record<string, string>) => enter(deed, person, formPost(values))
const to = (answer: unknown) => (answer as Response).headers?.get('Location') ?? answer
const gate = async () => (await findGate(world.gateId))!
const deedsOf = async (person: string) => ((await enter(page.loader, person)) as { deeds: string[] }).deeds
const bar = {
  ...{ deed: 'write', version: '1', measure: 'Klachten', unit: 'per 1000', direction: 'atMost', threshold: '2,5' },
  ...{ source: 'Register', minimumVolume: '500' },
}

test('everybody reads, and each reader is offered what is in their hands, what brings it further first', async () => {
  const { gates, mayMake } = (await enter(list.loader, 'medewerker')) as { gates: object[]; mayMake: boolean }
  expect([gates.length, mayMake]).toEqual([1, false])
  for (const loader of [page.loader, criteria.loader, key.loader, open.loader])
    expect(await enter(loader, 'medewerker', {}, '?step=1')).toMatchObject({ gate: { id: world.gateId }, version: 1 })
  expect(await enter(page.loader, 'medewerker', {}, '?step=9')).toMatchObject({ status: 404 })
  expect(await deedsOf('medewerker')).toEqual([])
  expect(await deedsOf('raadslid')).toEqual([])
  expect(await deedsOf('leider')).toEqual(['newStep'])
  expect(await deedsOf(world.members[0]!)).toEqual(['writeCriteria'])
})

test('only the project lead makes gates and steps; what was typed is not lost', async () => {
  const typed = { useCaseId: world.useCase, kind: 'goLive', name: 'Live', share1: '60', share2: '20' }
  for (const person of [...staff, 'directeur', 'raadslid'])
    for (const deed of [making.loader, making.action, steps.loader, steps.action])
      expect(await send(deed, person, typed)).toMatchObject({ status: 403 })
  expect(await send(making.action, 'leider', typed)).toMatchObject({
    data: { failed: { problems: { share2: 'tooSmall' }, values: { name: 'Live' } } },
  })
  const wrong = { ...typed, share2: '', useCaseId: 'U-0' }
  expect(await send(making.action, 'leider', wrong)).toMatchObject({ data: { refused: 'noSuchUseCase' } })
  const late = { share: '60', copyFrom: '', seen: '0' }
  expect(await send(steps.action, 'leider', late)).toMatchObject({ data: { refused: 'changedMeanwhile' } })
})

test('only members write criteria and put them to the vote', async () => {
  for (const person of [...staff, ...management, 'raadslid'])
    expect(await send(criteria.action, person, bar)).toMatchObject({ status: 403 })
  const member = world.members[0]!
  expect(await send(criteria.action, member, { ...bar, threshold: 'x' })).toMatchObject({
    data: { write: { problems: { threshold: 'notANumber' }, values: { measure: 'Klachten' } } },
  })
  expect(to(await send(criteria.action, member, bar))).toMatch(/criteria\?step=1$/)
  const written = (await gate()).steps[0]!.criteria[1]!
  expect(written).toMatchObject({ thresholdMilli: 2_500, minimumVolume: 500 })
  const meant = { deed: 'remove', version: '1', number: '2' }
  const gone = await send(criteria.action, member, { ...meant, seen: 'anders' })
  expect(gone).toMatchObject({ data: { refused: 'changedMeanwhile' } })
  expect(to(await send(criteria.action, member, { ...meant, seen: readingOf(written) }))).toMatch(/step=1$/)
  const vote = { deed: 'vote', version: '1' }
  expect(await send(criteria.action, member, { ...vote, measuringFrom: today })).toMatchObject({
    data: { refused: 'measuringStarted', vote: { values: { measuringFrom: today } } },
  })
  expect(to(await send(criteria.action, member, { ...vote, measuringFrom: '2999-01-01' }))).toMatch(/proposals\/V-/)
  expect((await deedsOf(member))[0]).toBe('vote')
})

const about = () => ({ gateId: world.gateId, version: 1 })
const statement = { version: '1', deed: 'turn', note: 'De OR gaf advies.', link: '' }

describe('with criteria that are fixed and found good', () => {
  beforeAll(async () => {
    world = await foundGate(today)
    await decide(world, { subject: 'criteria', about: about(), detail: { measuringFrom: '2999-01-01' } }, new Date())
    const judgements = [{ criterion: 1, isGood: true, note: '' }]
    await decide(world, { subject: 'verdict', about: about(), detail: { judgements } }, new Date())
  })

  test('only the works council turns its key: it looks first, and its document is there for who is signed in', async () => {
    for (const person of [...staff, ...management])
      for (const deed of ['turn', 'turnBack', 'proposeBack'])
        expect(await send(key.action, person, { ...statement, deed, step: 'publish' })).toMatchObject({ status: 403 })
    const member = world.members[0]!
    expect(await send(key.action, member, { ...statement, step: 'publish' })).toMatchObject({ status: 403 })
    expect(await send(key.action, 'raadslid', { ...statement, deed: 'proposeBack' })).toMatchObject({ status: 403 })
    expect(await deedsOf('raadslid')).toEqual(['turnKey'])
    expect(await send(key.action, 'raadslid', { ...statement, note: ' ' })).toMatchObject({
      data: { deed: 'turn', failed: { problems: { note: 'required' } } },
    })
    const body = new FormData()
    for (const [name, value] of Object.entries(statement)) body.set(name, value)
    body.set('file', new File([pdf as Uint8Array<ArrayBuffer>], 'advies.pdf'))
    const { data } = (await enter(key.action, 'raadslid', { method: 'POST', body })) as { data: { looked: Looked } }
    expect((await gate()).steps[0]!.keys.formal).toBe(false)
    const { name, kind, content, seal, hash } = data.looked.file
    const sent = { ...statement, name, kind, content, seal, step: 'publish' }
    expect(to(await send(key.action, 'raadslid', sent))).toMatch(/\?step=1$/)
    expect(to(await send(key.action, 'raadslid', sent))).toMatch(/\?step=1$/)
    const turned = (await gate()).steps[0]!.turned.find(({ holder }) => holder === 'formal')
    expect(turned).toMatchObject({ reason: statement.note, file: { name } })
    const fetch = async (one: string, person = 'medewerker') => {
      const request = await asPersonIn(person, '/app/gates/x')
      const params = { gateId: world.gateId, hash: one }
      return answerOf(async () => document.loader({ request, params, context: {} as never })) as Promise<Response>
    }
    expect([(await fetch(hash)).status, (await fetch('0'.repeat(64))).status]).toEqual([200, 404])
  })

  test('only directors and the project lead open it, once, and a member steps back with a reason', async () => {
    const opening = { version: '1', deed: 'open' }
    for (const person of [...staff, 'raadslid', world.members[0]!])
      expect(await send(open.action, person, opening)).toMatchObject({ status: 403 })
    for (let twice = 0; twice < 2; twice++) expect(to(await send(open.action, 'leider', opening))).toMatch(/G-\d+$/)
    expect(openPct(await gate())).toBe(20)
    const back = { version: '1', deed: 'back', reason: 'Klanten haken af.' }
    for (const person of staff) expect(await send(open.action, person, back)).toMatchObject({ status: 403 })
    const member = world.members[2]!
    expect(await deedsOf(member)).toEqual(['stepBack', 'veto', 'groupKeyBack'])
    expect(await send(open.action, member, { ...back, reason: ' ' })).toMatchObject({
      data: { refused: 'reasonMissing' },
    })
    expect(to(await send(open.action, member, back))).toMatch(/G-\d+$/)
    const { history } = (await enter(page.loader, 'medewerker')) as { history: { reason?: string }[] }
    expect([openPct(await gate()), history[0]!.reason]).toEqual([0, back.reason])
  })

  test('a gate that something holds is not opened, and its page says what and who can do something', async () => {
    const member = world.members[0]!
    const asked = { ...statement, deed: 'proposeBack', step: 'publish' }
    const first = to(await send(key.action, member, asked))
    expect(first).toMatch(/proposals\/V-/)
    expect(to(await send(key.action, member, asked))).toBe(first)
    await send(key.action, 'raadslid', { ...statement, deed: 'turnBack', step: 'publish' })
    const held = await send(open.action, 'directeur', { version: '1', deed: 'open' })
    expect(held).toMatchObject({ data: { refused: 'formalKeyMissing' }, init: { status: 409 } })
    await turnFormalKey(about(), { reason: 'Weer goed.' }, { roles: ['worksCouncil'] }, new Date())
    expect(await send(open.action, 'directeur', { version: '1', deed: 'open' })).toMatchObject({ status: 302 })
  })
})
type Looked = { file: { name: string; kind: string; content: string; seal: string; hash: string } }

test('what the law asks is told for the countries of the house, with a source and the day it was read', () => {
  const dutch = formalRequirement('pilotStart', ['NL'])
  expect(dutch.map(({ where }) => where)).toEqual(['NL', 'EU'])
  expect(formalRequirement('recording', ['NL', 'BE'])).toHaveLength(3)
  for (const one of dutch) expect(one.source).not.toBe('')
})
