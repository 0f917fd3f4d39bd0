import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import * as home from '~/routes/app.home'
import * as making from '~/routes/app.promises.new'
import * as index from '~/routes/app.team-talks._index'
import * as talk from '~/routes/app.team-talks.$talkId'
import * as calendar from '~/routes/app.team-talks.$talkId[.ics]'
import * as agreement from '~/routes/app.team-talks.agreements.$agreementId'
import * as planning from '~/routes/app.team-talks.new'
import { answerOf, asPersonIn, formPost, hire } from '../../people/cast'
import { foundTeams, inDays, today } from './cast'

type Deed = (args: LoaderFunctionArgs) => unknown
const enter = async (deed: Deed, person: string, params = {}, path = '/app/team-talks') =>
  answerOf(async () => deed({ request: await asPersonIn(person, path), params, context: {} } as never))
const send = async (deed: Deed, person: string, values: Record<string, string>, params = {}) => {
  const path = 'path' in params ? String(params.path) : '/app/team-talks'
  const request = await asPersonIn(person, path, formPost(values))
  return answerOf(async () => deed({ request, params, context: {} } as never)) as Promise<never>
}
const wayOf = (answer: unknown) => (answer as Response).headers.get('Location')
const plan = { teamId: 'morning', plannedOn: inDays(0), time: '10:00', guideSlug: '', roundId: '' }

beforeAll(async () => {
  await foundTeams()
  await hire('directeur@voorbeeld.nl', ['executive'])
})

async function plannedTalk(time: string): Promise<string> {
  return wayOf(await send(planning.action, 'lead', { ...plan, time }))!
    .split('/')
    .at(-1)!
}

describe('planning', () => {
  test('asks for what is lacking and keeps what was typed', async () => {
    const answer = await send(planning.action, 'lead', { ...plan, plannedOn: '2026-02-30', time: '25:00' })
    expect(answer).toMatchObject({
      data: { failed: { problems: { plannedOn: 'notADay', time: 'notRight' }, values: { time: '25:00' } } },
      init: { status: 422 },
    })
    expect(await send(planning.action, 'lead', { ...plan, roundId: 'r-onbekend' })).toMatchObject({
      data: { refused: 'noSuchResult', failed: { values: { time: '10:00' } } },
    })
  })

  test('with another team is refused, and for a member there is no such page', async () => {
    expect(await send(planning.action, 'lead', { ...plan, teamId: 'office' })).toMatchObject({
      data: { refused: 'notYourTeam' },
    })
    expect(await enter(planning.loader, 'lid')).toMatchObject({ status: 403 })
  })
})

describe('a talk', () => {
  test('is held, and what was agreed in it is written down; a name in it is asked about once', async () => {
    const talkId = await plannedTalk('09:15')
    const params = { talkId }
    const ics = (await enter(calendar.loader, 'lid', params)) as Response
    expect(await ics.text()).toContain('BEGIN:VEVENT')
    expect(wayOf(await send(talk.action, 'lead', { step: 'hold', heldOn: today, seen: '1' }, params))).toContain(talkId)
    const said = { step: 'agree', action: 'Collega Jansen regelt het', owner: 'hr', dueOn: inDays(9) }
    expect(await send(talk.action, 'lead', said, params)).toMatchObject({
      data: { namesSomebody: true, failed: { values: { action: said.action } } },
      init: { status: 200 },
    })
    expect(await send(talk.action, 'lead', { ...said, anyway: 'yes' }, params)).toMatchObject({ status: 302 })
    expect(await enter(talk.loader, 'lid', params)).toMatchObject({ leads: false, agreed: [{ action: said.action }] })
    expect(await enter(calendar.loader, 'lead', params)).toMatchObject({ status: 404 })
  })

  test('does not exist for another lead, an owl, a director; and a member changes nothing', async () => {
    const params = { talkId: await plannedTalk('09:30') }
    for (const person of ['hoofd', 'ander', 'uil', 'directeur']) {
      expect(await enter(talk.loader, person, params)).toMatchObject({ status: 404 })
      expect(await enter(calendar.loader, person, params)).toMatchObject({ status: 404 })
    }
    const cancel = { step: 'cancel', seen: '1' }
    expect(await send(talk.action, 'ander', cancel, params)).toMatchObject({ status: 404 })
    expect(await send(talk.action, 'lid', cancel, params)).toMatchObject({ status: 403 })
    expect(await send(talk.action, 'lead', { ...cancel, seen: '7' }, params)).toMatchObject({
      data: { refused: 'changedMeanwhile' },
      init: { status: 409 },
    })
    expect(await send(talk.action, 'lead', { step: 'shout' }, params)).toMatchObject({ init: { status: 422 } })
  })
})

describe('an agreement', () => {
  const open = async () => {
    const shown = (await enter(index.loader, 'lead')) as { teams: { open: { id: string }[] }[] }
    return shown.teams[0]!.open.map(({ id }) => id)
  }

  test('is put before management, which makes a promise of it that the team then reads', async () => {
    const [agreementId] = await open()
    const params = { agreementId: agreementId! }
    expect(await enter(agreement.loader, 'ander', params)).toMatchObject({ status: 404 })
    expect(await send(agreement.action, 'ander', { deed: 'done' }, params)).toMatchObject({ status: 404 })
    const path = `/app/promises/new?agreement=${agreementId}`
    expect(await enter(making.loader, 'directeur', {}, path)).not.toHaveProperty('said.scope')
    await send(agreement.action, 'lead', { deed: 'askPromise' }, params)
    expect(await enter(home.loader, 'directeur')).toMatchObject({ asks: [{ kind: 'promiseWanted', count: 1 }] })
    const started = (await enter(making.loader, 'directeur', {}, path)) as { said: Record<string, string> }
    expect(started.said).toMatchObject({ text: 'Collega Jansen regelt het', ownerRole: 'hr' })
    expect(started.said.scope, 'no team here is large enough to name').toBe('Hele organisatie')
    const rest = { exclusions: 'geen', measure: '1 lijst', step: 'publish', barrier: '', roundId: '' }
    await send(making.action, 'directeur', { ...started.said, ...rest }, { path })
    expect(await enter(index.loader, 'lid')).toMatchObject({
      teams: [{ open: [{ promiseId: 'P-1' }] }],
      promises: { 'P-1': { status: 'made' } },
    })
    expect(wayOf(await enter(making.loader, 'directeur', {}, path))).toBe('/app/promises/P-1')
    const answer = (await enter(home.loader, 'directeur')) as { asks: { kind: string }[] }
    expect(answer.asks.map(({ kind }) => kind)).not.toContain('promiseWanted')
  })

  test('is dropped with a reason only', async () => {
    const [agreementId] = await open()
    const params = { agreementId: agreementId! }
    const drop = { deed: 'dropped', because: ' ' }
    expect(await send(agreement.action, 'lead', drop, params)).toMatchObject({ data: { refused: 'reasonMissing' } })
    const long = { ...drop, because: 'x'.repeat(301) }
    expect(await send(agreement.action, 'lead', long, params)).toMatchObject({ data: { refused: 'reasonTooLong' } })
    expect(wayOf(await send(agreement.action, 'lead', { ...drop, because: 'Opgelost' }, params))).toBe(
      '/app/team-talks',
    )
    expect(await open()).toEqual([])
  })
})

test('who is in no led team and in no team with talks is taught what this is', async () => {
  expect(await enter(index.loader, 'uil')).toMatchObject({ leads: false, teams: [{ id: 'night', held: [], open: [] }] })
})
