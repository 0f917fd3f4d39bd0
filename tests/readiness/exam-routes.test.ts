import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { findDraft } from '~/readiness/exam/store.server'
import * as all from '~/routes/app.readiness.exam._index'
import * as question from '~/routes/app.readiness.exam.$questionId'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'

type Door = { action?: (args: ActionFunctionArgs) => unknown; loader?: (args: ActionFunctionArgs) => unknown }
type Answer = { status: number; to?: string | null; body?: Record<string, unknown> }

beforeAll(async () => {
  await foundOrganisation()
  await hire('director@v.nl', ['executive'])
  await hire('hr@v.nl', ['hr'])
  await hire('agent@v.nl')
})

/** Opens a page, or sends its form, as somebody. */
async function visit(who: string, door: Door, questionId = '', form?: Record<string, string>): Promise<Answer> {
  const request = await asPersonIn(who, '/app/readiness/exam', form && formPost(form))
  const deed = form ? door.action : door.loader
  const args = { request, params: { questionId }, context: {} } as unknown as ActionFunctionArgs
  const answer = await answerOf(async () => deed!(args))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data?: Record<string, unknown>; init?: { status?: number } }
  return { status: init?.status ?? 200, body: data ?? (answer as Record<string, unknown>) }
}

const seenAt = async (id: string) => (await findDraft(id)).mark

test('saving leads to the next question, after the last one back to all of them', async () => {
  const save = async (id: string) =>
    visit('director', question, id, { body: `over ${id}`, seen: await seenAt(id), step: 'save' })
  expect(await save('time.3')).toMatchObject({ status: 302, to: '/app/readiness/exam/power.1' })
  expect(await save('direction.3')).toMatchObject({ status: 302, to: '/app/readiness/exam#direction.3' })
  expect((await visit('director', question, 'time.3')).body).toMatchObject({ found: { body: 'over time.3' } })
})

test('looking at it publishes nothing; what was begun from other words is sent back, and kept', async () => {
  const seen = await seenAt('time.1')
  const sent = { body: 'Dan stoppen we.', seen }
  expect(await visit('director', question, 'time.1', { ...sent, step: 'preview' })).toMatchObject({
    status: 200,
    body: { step: 'preview', sent },
  })
  expect(await findDraft('time.1')).toMatchObject({ body: '', isPublished: false })
  await visit('director', question, 'time.1', { body: 'van een ander', seen, step: 'save' })
  expect(await visit('director', question, 'time.1', { ...sent, step: 'publish' })).toMatchObject({
    status: 409,
    body: { refused: 'changedMeanwhile', sent, standing: { body: 'van een ander' } },
  })
  expect((await findDraft('time.1')).body).toBe('van een ander')
})

test('publishing leads to where everybody reads it, and pressing twice changes nothing', async () => {
  const sent = { body: 'Dan stoppen we.', seen: await seenAt('time.1'), step: 'publish' }
  expect(await visit('director', question, 'time.1', sent)).toMatchObject({ to: '/app/readiness/exam#time.1' })
  expect(await visit('director', question, 'time.1', sent)).toMatchObject({ body: { refused: 'alreadyPublished' } })
  expect(JSON.stringify((await visit('agent', all)).body)).toContain('Dan stoppen we.')
  expect((await visit('director', question, 'time.1')).body).toMatchObject({ found: { isPublished: true } })
})

test('nothing is published empty, too long, or without the mark of what was seen', async () => {
  const seen = await seenAt('power.2')
  for (const wrong of [{ body: ' ' }, { body: 'x'.repeat(2001) }, { seen: 'Z' }])
    expect(await visit('director', question, 'power.2', { body: 'x', seen, step: 'publish', ...wrong })).toMatchObject({
      status: 422,
      body: { step: 'write' },
    })
})

test('a draft is not for other roles: not to read, not to write; a question that is not asked is not found', async () => {
  const sent = { body: 'x', seen: await seenAt('time.3'), step: 'save' }
  expect((await visit('hr', question, 'time.3')).status).toBe(403)
  expect((await visit('hr', question, 'time.3', sent)).status).toBe(403)
  expect((await visit('agent', question, 'time.3')).status).toBe(403)
  expect((await visit('hr', question, 'hr.1')).status).toBe(200)
  expect((await visit('director', question, 'time.9')).status).toBe(404)
  expect(JSON.stringify((await visit('hr', all)).body)).not.toContain('over time.3')
})
