import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayIn } from '~/calendar'
import { recordPhase, recordShown, recordUseCase } from '~/gates/use-cases/recording.server'
import { findUseCase } from '~/gates/use-cases/store.server'
import { endTask, recordTask, recordTaskDone, tasksOf } from '~/gates/use-cases/tasks.server'
import { exportLog } from '~/ledger/served.server'
import type { Role } from '~/people/rules'
import * as index from '~/routes/app.use-cases._index'
import * as page from '~/routes/app.use-cases.$useCaseId._index'
import * as enter from '~/routes/app.use-cases.$useCaseId.enter'
import * as file from '~/routes/app.use-cases.$useCaseId.files.$hash'
import * as retro from '~/routes/app.use-cases.$useCaseId.retro'
import * as show from '~/routes/app.use-cases.$useCaseId.show.$output'
import * as task from '~/routes/app.use-cases.$useCaseId.tasks.$taskId'
import * as newTask from '~/routes/app.use-cases.$useCaseId.tasks.new'
import * as add from '~/routes/app.use-cases.new'
import { recordHanding, recordPresentation } from '~/workgroups/presenting/store.server'
import { verify } from '../../app/ledger/verify.mjs'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { csv } from '../promises/evidence-files'
import { decide, foundGate } from './cast'

type Founded = Awaited<ReturnType<typeof foundGate>>
const at = new Date()
const today = dayIn('Europe/Amsterdam', at)
const began = addDays(today, -30)
const beganAt = new Date(`${began}T11:00:00Z`)
let of: Founded
let id: string
const as = (personId: string, ...roles: Role[]) => ({ person: { id: personId, roles }, at })
const now = async () => (await findUseCase(id, today))!
const fill = async (output: string) => recordShown(id, { output, note: `Zie ${output}.` }, as(of.members[0]!))

beforeAll(async () => {
  await foundOrganisation()
  await hire('agent@v.nl')
  await hire('lead@v.nl', ['projectLead'])
  await hire('director@v.nl', ['executive'])
  await hire('council@v.nl', ['worksCouncil'])
  of = await foundGate(began, 'listen')
  const made = await recordUseCase({ name: 'Wachtwoord', workgroupId: of.group }, beganAt)
  if (!made.ok) throw new Error(made.because)
  id = made.value.id
})

test('a use case begins in the first phase, once; not for a group that is not there', async () => {
  expect(await recordUseCase({ name: 'Wachtwoord', workgroupId: of.group }, at)).toMatchObject({ value: { id } })
  expect(await recordUseCase({ name: 'Anders', workgroupId: 'W-0' }, at)).toMatchObject({ because: 'noSuchGroup' })
  expect(await now()).toMatchObject({ phase: 'listen', proofs: { promises: 'P-1', workgroup: of.group } })
  expect((await now()).missing).toEqual(['checkBefore', 'teamTalks', 'presented', 'actionPlan'])
})

test('members and the project lead show things, others do not, and nobody shows what data prove', async () => {
  const shown = { output: 'teamTalks', note: 'Alle teams.' }
  for (const by of [as('agent', 'agent'), as('director', 'executive'), as('council', 'worksCouncil')])
    expect(await recordShown(id, shown, by)).toMatchObject({ because: 'notYourMove' })
  expect(await recordShown(id, { ...shown, output: 'actionPlan' }, as('lead', 'projectLead'))).toMatchObject({
    because: 'provedElsewhere',
  })
  expect(await recordShown(id, shown, as('lead', 'projectLead'))).toMatchObject({ ok: true })
  const before = await exportLog()
  expect(await recordShown(id, shown, as('lead', 'projectLead'))).toMatchObject({ ok: true })
  expect(await exportLog()).toEqual(before)
  await fill('checkBefore')
  expect((await now()).missing).toEqual(['presented', 'actionPlan'])
})

test('a plan that was adopted is no proof before colleagues saw it and management has it', async () => {
  const by = as(of.members[0]!)
  const plan = await decide(of, { subject: 'plan', about: undefined as never }, beganAt)
  expect((await now()).missing).toEqual(['presented', 'actionPlan'])
  expect(await recordPhase(id, 'prototype', by)).toMatchObject({ because: 'outputsMissing' })
  const held = { heldOn: today, audience: 40, changed: 'Eerst de avond.' }
  expect(await recordPresentation(plan, held, of.members[0]!, at)).toMatchObject({ ok: true })
  expect((await now()).missing).toEqual(['actionPlan'])
  expect(await recordHanding(plan, of.members[0]!, at)).toMatchObject({ ok: true })
  expect(await now()).toMatchObject({ missing: [], proofs: { actionPlan: plan } })
})

test('the plan of an earlier use case is no proof for one that begins later', async () => {
  const later = await recordUseCase({ name: 'Facturen', workgroupId: of.group }, at)
  const found = await findUseCase(later.ok ? later.value.id : '', today)
  expect(found!.missing).toContain('actionPlan')
})

test('the next phase: not skipped, not by a stranger, once; with what proved it in a sound ledger', async () => {
  const by = as(of.members[1]!)
  expect(await recordPhase(id, 'scale', by)).toMatchObject({ because: 'phaseSkipped' })
  expect(await recordPhase(id, 'prototype', as('director', 'executive'))).toMatchObject({ because: 'notYourMove' })
  expect(await recordPhase(id, 'prototype', by)).toMatchObject({ ok: true })
  expect(await recordPhase(id, 'prototype', by)).toMatchObject({ ok: true })
  expect(await recordPhase(id, 'listen', by)).toMatchObject({ because: 'phaseSkipped' })
  const { phase, shown } = await now()
  expect([phase, shown.map(one => one.output).sort()]).toEqual([
    'prototype',
    ['actionPlan', 'checkBefore', 'presented', 'promises', 'teamTalks', 'workgroup'],
  ])
  expect(
    (await verify(await exportLog())).problems.filter(({ code }: { code: string }) => code === 'reference'),
  ).toEqual([])
})

test('a task comes back in its rhythm, is done once for a day, and ends', async () => {
  const said = { words: 'Terugkijken', who: 'de groep', everyDays: 7 }
  for (const by of [as('agent', 'agent'), as('council', 'worksCouncil')])
    expect(await recordTask(id, said, by)).toMatchObject({ because: 'notYourMove' })
  const made = await recordTask(id, said, as('director', 'executive'))
  expect(await recordTask(id, said, as('lead', 'projectLead'))).toEqual(made)
  const [first] = await tasksOf(id, today)
  const done = { dueOn: first!.nextDueOn, note: 'Ging goed.' }
  expect(await recordTaskDone(id, first!.id, done, as('director', 'executive'))).toMatchObject({
    because: 'notYourMove',
  })
  for (const _ of [1, 2])
    expect(await recordTaskDone(id, first!.id, done, as(of.members[0]!))).toMatchObject({ ok: true })
  expect(await tasksOf(id, today)).toMatchObject([{ nextDueOn: addDays(today, 14), done: [{ note: 'Ging goed.' }] }])
  expect((await tasksOf(id, addDays(today, 15)))[0]).toMatchObject({ isLate: true })
  expect(await endTask(id, first!.id, as('agent', 'agent'))).toMatchObject({ because: 'notYourMove' })
  expect(await endTask(id, first!.id, as(of.members[0]!))).toMatchObject({ ok: true })
  expect(await recordTaskDone(id, first!.id, done, as(of.members[0]!))).toMatchObject({ because: 'noSuchTask' })
  expect(await tasksOf(id, today)).toEqual([])
})

describe('the pages', () => {
  type Deed = (args: LoaderFunctionArgs) => Promise<unknown>
  const sent = (deed: Deed, who: string, init?: RequestInit, params: Record<string, string> = {}) =>
    answerOf(async () => {
      const request = await asPersonIn(who, '/app/use-cases', init)
      return deed({ request, params: { useCaseId: id, ...params }, context: {} } as unknown as LoaderFunctionArgs)
    })

  test('everybody reads; only who walks the road finds the way to show and to go on', async () => {
    for (const who of ['agent', 'council', of.members[0]!]) {
      const isMember = who === of.members[0]
      expect(await sent(page.loader, who)).toMatchObject({ may: { walk: isMember, plan: isMember } })
      expect(await sent(retro.loader, who)).toMatchObject({ useCase: { id } })
      expect(await sent(index.loader, who)).toMatchObject({ mayBegin: false })
    }
    expect(await sent(page.loader, 'director')).toMatchObject({ may: { walk: false, plan: true } })
    expect(await sent(page.loader, 'agent', undefined, { useCaseId: 'U-99' })).toMatchObject({ status: 404 })
  })

  test('a wrong person is turned away from every deed, whatever they send', async () => {
    const params = { output: 'retros', taskId: 'x' }
    for (const [who, doors] of [
      ['agent', [show, enter, task, newTask]],
      ['council', [show, enter, task, newTask]],
      ['director', [show, enter]],
    ] as const)
      for (const door of doors)
        for (const [deed, init] of [[door.loader], [door.action, formPost({ to: 'scale' })]] as const)
          expect(await sent(deed, who, init, params)).toMatchObject({ status: 403 })
  })

  test('what is shown is seen first, with its file, and read by everybody after', async () => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ note: 'Vier weken.', file: new File([csv], 'weken.csv') }))
      body.append(name, value)
    const by = of.members[0]!
    const looked = (await sent(show.action, by, { method: 'POST', body }, { output: 'retros' })) as {
      data: { looked: { note: string; file: Record<string, string> } }
    }
    expect((await now()).missing).toContain('retros')
    const { name, kind, content, seal } = looked.data.looked.file as Record<string, string>
    const again = { note: looked.data.looked.note, name, kind, content, seal, step: 'publish' } as Record<
      string,
      string
    >
    expect(await sent(show.action, by, formPost(again), { output: 'retros' })).toMatchObject({ status: 302 })
    const [{ file: kept } = {}] = (await now()).shown.filter(one => one.output === 'retros')
    expect(kept).toMatchObject({ name: 'weken.csv', kind: 'csv' })
    expect(await sent(file.loader, 'agent', undefined, { hash: kept!.hash })).toMatchObject({ status: 200 })
    expect(await sent(file.loader, 'agent', undefined, { hash: '0'.repeat(64) })).toMatchObject({ status: 404 })
    expect(await sent(show.loader, by, undefined, { output: 'criteria' })).toMatchObject({ status: 404 })
  })

  test('the forms of who may: a use case, a task and the next phase', async () => {
    const begin = (values: Record<string, string>) => sent(add.action, 'lead', formPost(values))
    expect(await begin({ name: '', workgroupId: of.group })).toMatchObject({ init: { status: 422 } })
    expect(await begin({ name: 'Adres', workgroupId: 'W-0' })).toMatchObject({
      data: { refused: 'noSuchGroup', failed: { values: { name: 'Adres' } } },
    })
    expect(await begin({ name: 'Adres', workgroupId: of.group })).toMatchObject({ status: 302 })
    const words = { words: 'Nakijken', who: 'secretaris', everyDays: '0' }
    expect(await sent(newTask.action, 'director', formPost(words))).toMatchObject({ init: { status: 422 } })
    expect(await sent(newTask.action, 'director', formPost({ ...words, everyDays: '7' }))).toMatchObject({
      status: 302,
    })
    const [{ id: taskId, nextDueOn } = { id: '', nextDueOn: '' }] = await tasksOf(id, today)
    const done = formPost({ deed: 'done', dueOn: nextDueOn, note: '' })
    expect(await sent(task.action, 'director', done, { taskId })).toMatchObject({ status: 403 })
    expect(await sent(task.action, 'lead', done, { taskId })).toMatchObject({ status: 302 })
    expect(await sent(enter.action, 'lead', formPost({ to: 'scale' }))).toMatchObject({
      data: { refused: 'outputsMissing' },
    })
  })
})
