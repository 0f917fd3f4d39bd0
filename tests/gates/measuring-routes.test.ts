import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { findGate } from '~/gates/store.server'
import * as page from '~/routes/app.gates.$gateId.measurements'
import * as importing from '~/routes/app.gates.$gateId.measurements_.import'
import * as csv from '~/routes/app.gates.$gateId.measurements[.csv]'
import * as meters from '~/routes/app.gates.$gateId.meters'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { gateToMeasure } from './measuring-world'

type Deed = (args: LoaderFunctionArgs) => unknown
let gateId: string
const typed = { version: '1', criterion: '1', fromOn: '2026-06-01', untilOn: '2026-06-07', value: '7,5', volume: '400' }

beforeAll(async () => {
  await foundOrganisation()
  await hire('leider@voorbeeld.nl', ['projectLead'])
  await hire('medewerker@voorbeeld.nl', ['agent'])
  gateId = await gateToMeasure()
})

async function enter(deed: Deed, person: string, init: RequestInit = {}, search = '') {
  const request = await asPersonIn(person, `/app/gates/x/measurements${search}`, init)
  return answerOf(async () => deed({ request, params: { gateId }, context: {} } as never))
}
const send = (deed: Deed, values: Record<string, string>) => enter(deed, 'leider', formPost(values))
const standing = async () => (await findGate(gateId))!.steps[0]!.measurements.length
const to = (answer: unknown) => (answer as Response).headers.get('Location')

test('who reads sees the findings; only the project lead may enter, and knows what stands afterwards', async () => {
  const seen = (await enter(page.loader, 'medewerker')) as { shown: object }
  expect(seen.shown).toMatchObject({ mayEnter: false, isOpen: true, step: { version: 1, measurements: [] } })
  expect(await enter(page.action, 'medewerker', formPost({ ...typed, step: 'publish' }))).toMatchObject({ status: 403 })
  expect(await enter(page.loader, 'medewerker', {}, '?step=7')).toMatchObject({ status: 404 })
  const wrong = await send(page.action, { ...typed, value: '1.234', untilOn: '' })
  expect(wrong).toMatchObject({
    data: { failed: { problems: { value: 'notANumber', untilOn: 'required' }, values: { value: '1.234' } } },
    init: { status: 422 },
  })
  const late = await send(page.action, { ...typed, untilOn: '2099-01-01', step: 'preview' })
  expect(late).toMatchObject({ data: { refused: 'inTheFuture', typed: { value: '7,5' } }, init: { status: 409 } })
  expect(await send(page.action, { ...typed, step: 'preview' })).toMatchObject({ step: 'preview', typed })
  expect(await standing()).toBe(0)
  expect(to(await send(page.action, { ...typed, step: 'publish' }))).toMatch(/step=1&done=form$/)
  expect(to(await send(page.action, { ...typed, step: 'publish' }))).toMatch(/done=stood$/)
  expect(await standing()).toBe(1)
  const other = await send(page.action, { ...typed, value: '8', step: 'publish' })
  expect(other).toMatchObject({ data: { refused: 'alreadyMeasured' } })
})

const upload = (text: string) => {
  const body = new FormData()
  body.set('version', '1')
  body.set('file', new File([text], 'metingen.csv'))
  return enter(importing.action, 'leider', { method: 'POST', body })
}
type LookedAt = { data: { looked: { text: string; fresh: object[]; stood: number; problems: object[] } } }

test('a list is looked at first, entered as a whole or not at all, and is harmless a second time', async () => {
  const right = 'eis;van;tot;waarde;gevallen\n1;01-06-2026;07-06-2026;7,5;400\n2;2026-06-01;2026-06-07;4.25;99'
  const faulty = `${right}\n1;2026-06-08;2026-06-14;101;5\n9;2026-06-08;2026-06-14;1;1\n2;8 juni;2026-06-14;1;1`
  const wrong = (await upload(faulty)) as LookedAt & { init: object }
  expect(wrong.init).toMatchObject({ status: 422 })
  expect(wrong.data.looked.problems).toEqual([
    { line: 4, reason: 'valueOutOfRange' },
    { line: 5, reason: 'noSuchCriterion' },
    { line: 6, column: 'from', reason: 'notADay' },
  ])
  const { data } = (await upload(right)) as LookedAt
  expect([data.looked.fresh.length, data.looked.stood, await standing()]).toEqual([1, 1, 1])
  expect(await send(importing.action, { version: '1', text: faulty })).toMatchObject({ init: { status: 422 } })
  expect(await standing()).toBe(1)
  expect(to(await send(importing.action, { version: '1', text: data.looked.text }))).toMatch(/done=csv$/)
  expect(to(await send(importing.action, { version: '1', text: data.looked.text }))).toMatch(/done=csv$/)
  expect(await standing()).toBe(2)
  expect(((await upload(right)) as LookedAt).data.looked).toMatchObject({ fresh: [], stood: 2 })
  expect((await upload('')) as object).toMatchObject({ data: { failed: { problems: { file: 'fileMissing' } } } })
  expect(((await upload('a\0b')) as LookedAt).data.looked.problems).toEqual([{ line: 0, reason: 'notReadable' }])
})

test('the file that is taken along can be handed in again and changes nothing', async () => {
  const text = await ((await enter(csv.loader, 'medewerker')) as Response).text()
  expect(text.split('\r\n')).toHaveLength(4)
  expect(((await upload(text)) as LookedAt).data.looked).toMatchObject({ fresh: [], stood: 2, problems: [] })
})

test('a program is added by the project lead, who sees its secret once', async () => {
  expect(await enter(meters.loader, 'medewerker')).toMatchObject({ status: 403 })
  expect(await enter(meters.action, 'medewerker', formPost({ name: 'x' }))).toMatchObject({ status: 403 })
  expect(await send(meters.action, { name: ' ' })).toMatchObject({
    data: { failed: { problems: { name: 'required' } } },
  })
  const { added } = (await send(meters.action, { name: 'Meter' })) as { added: { secret: string } }
  expect(added.secret).toMatch(/^whsec_/)
  const shown = (await enter(meters.loader, 'leider')) as { meters: { id: string }[] }
  expect(JSON.stringify(shown)).not.toContain(added.secret.slice(6))
  expect(await send(meters.action, { name: 'meter' })).toMatchObject({ data: { refused: 'meterNameTaken' } })
  expect(to(await send(meters.action, { meterId: shown.meters[0]!.id }))).toContain('gone=')
  expect(await send(meters.action, { meterId: 'M-none' })).toMatchObject({ data: { refused: 'noSuchMeter' } })
})
