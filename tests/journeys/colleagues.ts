import { type APIRequestContext, expect, request } from '@playwright/test'
import { fromBase64url, toBase64url } from '../../app/ballot-box/bytes'
import { castRequest, type Drawn, drawToken, manifestFrom } from '../../db/seed/voter'
import type { Somebody } from './story'

// Colleagues who are nobody's story but make a crowd: they ask for their token and cast their ballot at the same
// doors as everybody, without a browser between.

/** Somebody of the crowd, with what their phone would keep. */
export type Colleague = { token: Drawn }

/** Helps people in with one-time links, as the keeper of the staff list can, and lets each draw a token. */
export async function crowdOf(
  keeper: Somebody,
  { team, people, round }: { team: string; people: number; round: string },
) {
  const links = await keeper.page.request.get(`/app/people?search=${encodeURIComponent(team)}`)
  const ids = [...(await links.text()).matchAll(/\/app\/people\/([^/"]+)\/link/g)].map(([, id]) => id!)
  const crowd: Colleague[] = []
  for (const id of new Set(ids)) {
    if (crowd.length === people) break
    const token = await drawsAs(keeper, id, round)
    if (token) crowd.push({ token })
  }
  expect(crowd).toHaveLength(people)
  return crowd
}

/** Draws the token of somebody; nothing when they already have one, or got a slip of paper. */
async function drawsAs(keeper: Somebody, personId: string, round: string): Promise<Drawn | undefined> {
  const origin = new URL(keeper.page.url()).origin
  const made = await keeper.page.request.post(`/app/people/${personId}/link`, { headers: { origin } })
  const [address] = /\/app\/sign-in\/[\w-]{20,}/.exec(await made.text()) ?? []
  if (!address) return undefined
  const own = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
  await own.post(address)
  const errand = (await errandsOf(own)).find(one => one.round === round)
  const token = errand && !errand.slip && (await drawsAt(own, errand))
  await own.dispose()
  return token || undefined
}

type Errand = { round: string; unit: string; slip?: true }

async function errandsOf(own: APIRequestContext): Promise<Errand[]> {
  const home = await (await own.get('/app/checks')).text()
  return JSON.parse(/id="token-errand"[^>]*>([^<]*)</.exec(home)?.[1] ?? '[]')
}

async function drawsAt(own: APIRequestContext, { round, unit }: Errand): Promise<Drawn | undefined> {
  const manifest = manifestFrom(await (await own.get(`/ballot/${round}/manifest.json`)).text())
  let isIssued = true
  const token = drawToken(manifest, unit, async blinded => {
    const answer = await own.post(`/app/pulse/${round}/issue`, {
      data: { blinded: toBase64url(Uint8Array.from(blinded)) },
    })
    isIssued = answer.ok()
    const { signature } = await answer.json()
    return { unit, signature: fromBase64url(signature) }
  })
  return token.catch(fault => {
    if (isIssued) throw fault
    return undefined
  })
}

/** A question as a round asks it. */
export type Asked = ReturnType<typeof manifestFrom>['questions'][number]

/** Casts a ballot for everybody in a crowd, who all agree with one another; `answer` is one step for all questions, or one for each. */
export async function crowdAnswers(
  baseURL: string,
  round: string,
  crowd: readonly Colleague[],
  answer: number | ((question: Asked) => number),
) {
  const anybody = await request.newContext({ baseURL })
  const manifest = manifestFrom(await (await anybody.get(`/ballot/${round}/manifest.json`)).text())
  const a = Object.fromEntries(
    manifest.questions.map(one => [one.id, typeof answer === 'number' ? answer : answer(one)]),
  )
  for (const { token } of crowd) {
    const data = await castRequest(manifest, token, { v: 1, a, c: '' })
    const headers = { 'content-type': 'application/json' }
    const answered = await anybody.post(`/ballot/${round}/ballot`, { data, headers })
    expect(answered.status()).toBe(201)
  }
  await anybody.dispose()
}
