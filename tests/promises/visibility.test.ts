import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { mayShowPromises, takesOf } from '~/promises/visibility'

vi.hoisted(() => {
  process.env.PROMISES_VISIBILITY = 'signedIn'
})

import { recordPromise } from '~/promises/store.server'
import { accessTable } from '../people/access-table'
import { answerOf, asPersonIn, foundOrganisation, hire } from '../people/cast'

type Deed = (args: LoaderFunctionArgs) => unknown
const modules = import.meta.glob<{ loader?: Deed }>('../../app/routes/*.{ts,tsx}')

const said = {
  text: 'Geheim buiten deze deur.',
  ...{ why: 'w', scope: 's', exclusions: 'e', measure: 'Elke week 1 lijst', ownerRole: 'executive' as const },
  ...{ madeOn: '2026-03-02', dueOn: '2026-12-31' },
}

beforeAll(async () => {
  await foundOrganisation()
  await hire('medewerker@voorbeeld.nl')
  await recordPromise(said, { roles: ['executive'] }, new Date('2026-03-02T10:00:00Z'))
})

const open = Object.entries(accessTable).flatMap(([name, { loader }]) => (loader === 'everyone' ? name : []))

/** Opens an address as a stranger and returns all that it says. */
async function saidToStrangers(name: string): Promise<string> {
  const { loader } = await modules[`../../app/routes/${name}`]!()
  const path = `/${name
    .replace(/\.tsx?$/, '')
    .replace('$promiseId', 'P-1')
    .replaceAll('_', '')}`
  return textOf(loader!, new Request(`http://localhost:3000${path}`))
}

async function textOf(loader: Deed, request: Request): Promise<string> {
  const params = { promiseId: 'P-1', token: 'x', round: 'x', hash: 'x' }
  const answer = await answerOf(async () => loader({ request, params, context: { nonce: '' } } as never))
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : JSON.stringify(answer ?? '')
}

describe('where the register is for who is signed in', () => {
  test.each(open)('%s tells a stranger no word of a promise', async name => {
    expect(await saidToStrangers(name)).not.toContain(said.text)
  })

  test.each([
    'promises._index.tsx',
    'promises.$promiseId.tsx',
    'promises.$promiseId[.ics].ts',
    'promises[.json].ts',
    'promises[.csv].ts',
    'promises[.atom].ts',
    'ledger.openings[.json].ts',
  ])('%s says 403, and a program is told why', async name => {
    const answer = await saidToStrangers(name)
    expect(answer.slice(0, 3)).toBe('403')
    if (name.endsWith('.ts')) expect(JSON.parse(answer.slice(4))).toMatchObject({ error: 'signInRequired' })
  })

  test.each([
    'app.promises._index.tsx',
    'app.promises.$promiseId._index.tsx',
    'app.promises.$promiseId[.ics].ts',
    'app.promises[.json].ts',
    'app.promises[.csv].ts',
    'app.ledger.openings[.json].ts',
  ])('control: %s says it to who is signed in, so the silence is no accident', async name => {
    const { loader } = await modules[`../../app/routes/${name}`]!()
    expect(await textOf(loader!, await asPersonIn('medewerker', '/app/promises'))).toContain(said.text)
  })

  test('the log itself stays public: it holds no words', async () => {
    expect(await saidToStrangers('ledger.log[.jsonl].ts')).toContain('promise.made')
  })
})

test('the rule: public for everybody, or only inside for who is signed in', () => {
  const paths = ['/promises', '/promises/P-1', '/ledger/openings.json', '/app/promises']
  const shown = (visibility: 'public' | 'signedIn', isSignedIn: boolean) =>
    paths.filter(path => mayShowPromises(path, visibility, isSignedIn))
  expect(shown('public', false)).toEqual(paths)
  expect(shown('signedIn', false)).toEqual([])
  expect(shown('signedIn', true)).toEqual(['/app/promises'])
})

test('control: a rule that trusts an address that knows no reader would be caught', () => {
  const trusting = (_: string, visibility: string, isSignedIn: boolean) => visibility === 'public' || isSignedIn
  expect(trusting('/promises', 'signedIn', true)).not.toBe(mayShowPromises('/promises', 'signedIn', true))
})

test('inside, the files stand inside; a closed register has no feed', () => {
  expect(takesOf('/app/promises', 'signedIn').map(take => take.address)).toEqual([
    '/app/promises.json',
    '/app/promises.csv',
  ])
  expect(takesOf('/promises', 'public').map(take => take.kind)).toEqual(['json', 'csv', 'atom'])
})
