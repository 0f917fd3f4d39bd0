import { createContext, runInContext } from 'node:vm'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { guides } from '~/conversations/guides/rules'
import { offlineWorker } from '~/conversations/guides/worker.server'
import * as allGuides from '~/routes/app.guides.all'
import * as worker from '~/routes/app.guides.offline[.js]'
import { answerOf, asPersonIn, foundOrganisation, hire } from '../people/cast'

const house = 'https://inspraak.example.org'
type Asked = { method?: string; mode?: string; destination?: string }
type Handler = (event: object) => void

/** Runs a worker program as a browser would, without internet and with these addresses on its shelf. */
function browserWith(program: string, shelf: string[] = []) {
  const handlers: Record<string, Handler> = {}
  const match = async (url: string) => shelf.includes(new URL(url, house).href) && new Response(`kept ${url}`)
  const open = async () => ({ match: async (url: string) => (await match(url)) || undefined })
  const self = {
    location: new URL(`${house}/app/guides/offline.js`),
    addEventListener: (name: string, handler: Handler) => {
      handlers[name] = handler
    },
  }
  const redirect = (to: string) => Response.redirect(new URL(to, house))
  const Answer = Object.assign(function Never() {}, { redirect, error: () => Response.error() })
  const fetch = () => Promise.reject(new TypeError('no internet'))
  runInContext(program, createContext({ self, caches: { open }, fetch, URL, Response: Answer }))
  return async (path: string, { method = 'GET', mode = 'navigate', destination = 'document' }: Asked = {}) => {
    let answer: Promise<Response> | undefined
    const request = { method, mode, destination, url: new URL(path, house).href }
    handlers.fetch!({ request, respondWith: (given: Promise<Response>) => (answer = given) })
    return answer && (await answer)
  }
}

const passedBy: [string, Asked?][] = [
  ['/ballot/r1'],
  ['/ballot/r1/slip'],
  ['/app/home'],
  ['/app/results/r1'],
  ['/app/guides.data', { mode: 'cors', destination: '' }],
  ['/app/guides/just-words.data', { mode: 'cors', destination: '' }],
  ['/token.js', { mode: 'cors', destination: 'script' }],
  ['/app/pulse/r1/issue', { method: 'POST', mode: 'cors', destination: '' }],
  ['/app/guides', { method: 'POST' }],
  ['/app/sign-out', { method: 'POST' }],
  ['https://evil.example/app/guides'],
]

/** What passes by the worker as if it were not there, and what does not. */
const touchedBy = async (program: string) => {
  const ask = browserWith(program)
  const answers = await Promise.all(passedBy.map(async ([path, asked]) => ((await ask(path, asked)) ? [path] : [])))
  return answers.flat()
}

describe('without internet', () => {
  const kept = ['/app/guides/all', '/assets/root-1f.css'].map(path => `${house}${path}`)

  test('each card leads to its place on the page that was kept', async () => {
    const ask = browserWith(offlineWorker, kept)
    for (const { slug } of guides)
      expect((await ask(`/app/guides/${slug}`))!.headers.get('location')).toBe(`${house}/app/guides/all#${slug}`)
    expect((await ask('/app/guides?q=baan'))!.headers.get('location')).toBe(`${house}/app/guides/all`)
    expect(await (await ask('/app/guides/all'))!.text()).toBe('kept /app/guides/all')
    const looks = await ask('/assets/root-1f.css', { mode: 'no-cors', destination: 'style' })
    expect(await looks!.text()).toContain('root-1f.css')
  })

  test('nothing is made up where nothing was kept, and nobody is sent round in a circle', async () => {
    const ask = browserWith(offlineWorker)
    for (const path of ['/app/guides', '/app/guides/just-words', '/app/guides/all'])
      expect((await ask(path))!.type).toBe('error')
  })

  test('the worker touches no ballot, no token, no data and no other page, and stores nothing', async () => {
    expect(await touchedBy(offlineWorker)).toEqual([])
    expect(offlineWorker).not.toMatch(/\.put\(|\.add\(|\.addAll\(|indexedDB|localStorage|postMessage/)
  })

  test('control: a worker that looks at every page is found', async () => {
    const greedy = offlineWorker.replace(/const cardPage = .*/, 'const cardPage = /(?:)/')
    expect(await touchedBy(greedy)).toContain('/ballot/r1')
  })
})

describe('what is kept', () => {
  beforeAll(async () => {
    await foundOrganisation()
    await hire('merkteken@v.nl')
  })
  const open = async (request: Request) =>
    (await answerOf(() =>
      allGuides.loader({ request, params: {}, context: {} } as unknown as LoaderFunctionArgs),
    )) as Response

  test('is all ten cards, runs nothing and names nobody', async () => {
    const page = await (await open(await asPersonIn('merkteken', '/app/guides/all?lang=fr'))).text()
    for (const { slug } of guides) expect(page).toContain(`<section id="${slug}"`)
    expect(page).toMatch(/^<!doctype html><html lang="fr">/)
    expect(page).not.toMatch(/<script|merkteken|token/i)
  })

  test('is for who signed in', async () => {
    const sent = await open(new Request('http://localhost:3000/app/guides/all'))
    expect(sent.headers.get('location')).toContain('/app/sign-in')
  })

  test('may be watched over under its own address only', () => {
    expect(worker.loader().headers.get('service-worker-allowed')).toBe('/app/guides')
  })
})
