import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { transact } from '#db'
import { currentKey } from '~/ledger/rotating.server'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { recordPromise } from '~/promises/store.server'
import { loader as list } from '~/routes/app.erasures._index'
import { action as decide, loader as one } from '~/routes/app.erasures.$requestId'
import { action as ask, loader as choose } from '~/routes/app.erasures.new'
import { action as handOver } from '~/routes/app.ledger-key'
import { loader as entries } from '~/routes/ledger.entries'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'

const marker = 'merkteken-langs-de-deuren'
const said = {
  ...{ text: 'Niemand verliest werk.', why: marker, ownerRole: 'executive' as const, ownerName: '' },
  ...{ madeOn: '2026-03-02', dueOn: '2026-12-31', scope: 'Iedereen', exclusions: 'Niets', measure: '0 ontslagen' },
}
const go = async (deed: unknown, who: string, init?: RequestInit, path = '/app/erasures', params = {}) => {
  const request = await asPersonIn(who, path, init)
  return answerOf(() => (deed as (args: object) => Promise<unknown>)({ request, params, context: {} }))
}
type Answer = { data: { refused?: string }; init: { status: number } }

beforeAll(async () => {
  await foundOrganisation()
  await hire('hr@v.nl', ['hr'])
  await hire('council@v.nl', ['worksCouncil'])
  await hire('admin@v.nl', ['platformAdmin'])
  await recordPromise(said, { roles: ['executive'] }, new Date('2026-03-02T10:00:00Z'))
})

test('words go from choosing to gone, door by door', async () => {
  const { found } = (await go(choose, 'hr', {}, '/app/erasures/new?q=P-1')) as { found: { key: string; seq: number }[] }
  const { seq } = found.find(words => words.key === 'why')!
  const asking = (reason: string) => go(ask, 'hr', formPost({ seq: `${seq}`, key: 'why', reason }))
  expect(((await asking(' ')) as Answer).data.refused).toBe('reasonMissing')
  expect(((await asking(`Het is ${marker}`)) as Answer).data.refused).toBe('reasonRepeats')
  const to = ((await asking('AVG artikel 17')) as Response).headers.get('Location')!
  const params = { requestId: to.split('/').at(-1)! }
  expect(await go(one, 'hr', {}, to, params)).toMatchObject({ mayDecide: false, erasure: { words: marker } })
  expect(await go(one, 'council', {}, to, params)).toMatchObject({ mayDecide: true })
  const granted = await go(decide, 'council', formPost({ verdict: 'granted' }), to, params)
  expect((granted as Response).status).toBe(302)
  const again = (await go(decide, 'council', formPost({ verdict: 'refused' }), to, params)) as Answer
  expect([again.data.refused, again.init.status]).toEqual(['alreadyDecided', 409])
  expect(await go(one, 'hr', {}, to, params)).toMatchObject({ erasure: { words: null, state: 'granted' } })
  expect(JSON.stringify([await go(list, 'council'), await exportLog()])).not.toContain(marker)
})

test('the way from an entry of the ledger to its words is there for who may ask, and for nobody else', async () => {
  const erasable = async (who: string) =>
    ((await go(entries, who, {}, '/ledger/entries')) as { erasable: { key: string }[] }).erasable
  expect((await erasable('hr')).map(({ key }) => key)).toEqual(expect.arrayContaining(['text', 'scope', 'measure']))
  expect((await erasable('hr')).map(({ key }) => key)).not.toContain('why')
  expect(await erasable('council')).toEqual([])
  const request = new Request('http://localhost/ledger/entries')
  expect(await entries({ request, params: {}, context: {} } as unknown as LoaderFunctionArgs)).toMatchObject({
    erasable: [],
  })
})

test('an address with words that are not there says so, and a request that is not there is absent', async () => {
  expect(await go(choose, 'hr', {}, '/app/erasures/new?seq=9999&key=why')).toMatchObject({ isGone: true, chosen: null })
  expect(await go(choose, 'hr', {}, '/app/erasures/new?seq=x&key=..')).toMatchObject({ isGone: true })
  expect(await go(choose, 'hr', {}, '/app/erasures/new?seq=9007199254740991&key=why')).toMatchObject({ isGone: true })
  expect(((await go(one, 'hr', {}, '/', { requestId: 'unknown' })) as Response).status).toBe(404)
})

test('what the app cannot erase is not found, and nobody can ask for it: the answers of management before a check', async () => {
  const event = { type: 'self_check.handed_in', data: { round: 'R1' }, words: { answers: '{"trust.1":4}' } } as const
  const seq = await transact(tx => append(tx, event, new Date('2026-03-03T10:00:00Z')))
  const address = `/app/erasures/new?seq=${seq}&key=answers`
  expect(await go(choose, 'hr', {}, address)).toMatchObject({ isGone: true, chosen: null })
  const asked = (await go(ask, 'hr', formPost({ seq: `${seq}`, key: 'answers', reason: 'AVG artikel 17' }))) as Answer
  expect([asked.data.refused, asked.init.status]).toEqual(['alreadyGone', 409])
  expect(JSON.stringify(await go(choose, 'hr'))).not.toContain('trust.1')
})

test('the key changes only when it is ticked, and once', async () => {
  const { key } = (await currentKey())!
  const unticked = (await go(handOver, 'admin', formPost({ seen: key }))) as Answer
  expect([unticked.data.refused, unticked.init.status]).toEqual(['notTicked', 422])
  expect((await currentKey())!.key).toBe(key)
  const changed = (await go(handOver, 'admin', formPost({ seen: key, sure: 'yes' }))) as Response
  expect(changed.status).toBe(302)
  const twice = (await go(handOver, 'admin', formPost({ seen: key, sure: 'yes' }))) as Answer
  expect(twice.data.refused).toBe('keyChangedMeanwhile')
})
