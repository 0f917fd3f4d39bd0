import { beforeAll, expect, test } from 'vitest'
import { saveBody } from '~/conversations/record/bodies.client'
import { openNewer } from '~/conversations/record/opening.client'
import { beginVersion, dropVersion, saveRecord } from '~/conversations/record/writing.server'
import { agree, agreed, eva, foundTwo, lea, noon, rowsOf, typed } from './two-people'

beforeAll(foundTwo, 60_000)

const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const second = { version: 2, revision: 1 }

/** A record with a newer version beside what both agreed to, begun by one of the two. */
async function rewritten(id: string, by: typeof eva) {
  const of = await agreed(id, 'Afgesproken.')
  const next = await saveBody(of, { from: 1 }, typed('Later', by === eva ? 'Van Eva' : undefined))
  if (next.intent !== 'newVersion') throw new Error('not a new version')
  expect((await beginVersion(by(id), next, after(1))).ok).toBe(true)
  return of
}

const versionsOf = async (id: string) => (await rowsOf(id)).map(row => row.version)

test('the employee lets a newer version go, whoever began it; what both agreed to stands', async () => {
  const of = await rewritten('v1', lea)
  expect(await dropVersion(eva('v1'), second, after(2))).toEqual({ ok: true, value: true })
  const [row, ...more] = await rowsOf('v1')
  expect(more).toEqual([])
  expect((await openNewer(of, row!)).shared?.text).toBe('Afgesproken.')
  expect(await agree(lea('v1'), 2, 1)).toEqual({ ok: false, because: 'notNow' })
})

test('the lead lets go what the lead alone wrote, and nothing of the employee', async () => {
  await rewritten('v2', lea)
  expect((await dropVersion(lea('v2'), second, after(2))).ok).toBe(true)
  await rewritten('v3', eva)
  expect(await dropVersion(lea('v3'), second, after(2))).toEqual({ ok: false, because: 'notYours' })
  const of = await rewritten('v4', lea)
  const body = await saveBody(of, second, typed('Later', 'En van Eva'))
  if (body.intent === 'save') await saveRecord(eva('v4'), body, after(2))
  expect(await dropVersion(lea('v4'), { version: 2, revision: 2 }, after(3))).toEqual({
    ok: false,
    because: 'notYours',
  })
  expect([await versionsOf('v2'), await versionsOf('v3'), await versionsOf('v4')]).toEqual([[1], [1, 2], [1, 2]])
})

test('nobody drops words they did not read, nor what both agreed to', async () => {
  await rewritten('v5', lea)
  expect(await dropVersion(eva('v5'), { version: 2, revision: 2 }, after(2))).toMatchObject({
    because: 'changedMeanwhile',
  })
  expect(await dropVersion(eva('v5'), { version: 1, revision: 2 }, after(2))).toMatchObject({
    because: 'changedMeanwhile',
  })
  await agree(lea('v5'), 2, 1)
  await agree(eva('v5'), 2, 1)
  expect(await dropVersion(eva('v5'), second, after(3))).toEqual({ ok: false, because: 'notNow' })
  expect(await versionsOf('v5')).toEqual([2])
})
