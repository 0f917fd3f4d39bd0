import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { gateSteps, proposals, transact } from '#db'
import { recordVerdict } from '~/gates/moving.server'
import { findGate } from '~/gates/store.server'
import { suggested } from '~/gates/verdicts/rules'
import * as page from '~/routes/app.gates.$gateId.verdict'
import { findProposal } from '~/workgroups/votes/store.server'
import { recordWords } from '~/workgroups/votes/voting.server'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { at, gateToMeasure, seated, week } from './measuring-world'

type Deed = (args: LoaderFunctionArgs) => unknown
type Seen = { shown: { verdicts: { state: string; isGood: boolean; judgements: object[] }[]; held?: string } }
let gateId: string
const good = { good1: 'yes', note1: '', good2: 'yes', note2: '', words: '' }

beforeAll(async () => {
  await foundOrganisation()
  gateId = await gateToMeasure()
  await seated('lid@voorbeeld.nl', gateId)
  await hire('directeur@voorbeeld.nl', ['executive', 'projectLead'])
  await seated('ander@voorbeeld.nl', await gateToMeasure())
})

async function enter(deed: Deed, person: string, init: RequestInit = {}) {
  const request = await asPersonIn(person, '/app/gates/x/verdict', init)
  return answerOf(async () => deed({ request, params: { gateId }, context: {} } as never))
}
const send = (values: Record<string, string>, person = 'lid') => enter(page.action, person, formPost(values))
const seen = async () => ((await enter(page.loader, 'directeur')) as Seen).shown
const proposalOf = (answer: unknown) => (answer as Response).headers.get('Location')!.split('/').at(-1)!
const adopt = (id: string) =>
  transact(async tx => {
    await tx.update(proposals).set({ state: 'adopted', closedOn: '2026-06-15' }).where(eq(proposals.id, id))
  })

test('only a member of this group proposes a verdict, whatever else somebody is', async () => {
  for (const person of ['directeur', 'ander'])
    expect(await send(good, person)).toMatchObject({ data: { refused: 'notAMember' }, init: { status: 403 } })
})

test('every criterion is answered, and what is not good enough has its reason', async () => {
  const { good2: _, ...half } = good
  expect(await send(half)).toMatchObject({ data: { failed: { problems: { good2: 'required' } } } })
  expect(await send({ ...good, good1: 'perhaps' })).toMatchObject({
    data: { failed: { problems: { good1: 'notAChoice' } } },
  })
  const bare = await send({ ...good, good1: 'no', words: 'Toch.' })
  expect(bare).toMatchObject({ data: { failed: { problems: { note1: 'required' }, values: { words: 'Toch.' } } } })
  expect((await seen()).verdicts).toEqual([])
})

let first: string
test('a verdict is a proposal to the group, proposed once, and says every criterion in words', async () => {
  const said = { ...good, good1: 'no', note1: 'Te vaak\nopnieuw gebeld.', words: 'Volgende week weer.' }
  first = proposalOf(await send(said))
  expect(proposalOf(await send(said))).toBe(first)
  const proposal = (await findProposal(first))!
  expect(proposal).toMatchObject({ subject: 'verdict', state: 'discussion', about: { gateId, version: 1 } })
  expect(proposal.detail.judgements).toEqual([
    { criterion: 1, isGood: false, note: 'Te vaak\nopnieuw gebeld.' },
    { criterion: 2, isGood: true, note: '' },
  ])
  expect(proposal.words).toContain('Niet goed genoeg. Te vaak opnieuw gebeld.\n2. ')
  expect(proposal.words).toContain('Volgende week weer.')
  expect(await seen()).toMatchObject({ verdicts: [{ state: 'underWay', isGood: false }] })
  const reworded = { seen: 1, title: proposal.title, words: 'Alles is goed genoeg.' }
  expect(await recordWords(first, reworded, 'lid', at)).toMatchObject({ because: 'wordedFromDetail' })
  expect(await recordVerdict({ gateId, version: 1 }, first, at)).toMatchObject({ because: 'notDecided' })
})

test('once adopted it counts: not good keeps the key where it is, and a later good one turns it; both stay to be read', async () => {
  await adopt(first)
  expect(await recordVerdict({ gateId, version: 1 }, first, at)).toMatchObject({ ok: true })
  expect((await findGate(gateId))!.steps[0]).toMatchObject({ isJudgedGood: false, keys: { workgroup: false } })
  const second = proposalOf(await send(good))
  expect(second).not.toBe(first)
  await adopt(second)
  await recordVerdict({ gateId, version: 1 }, second, at)
  expect((await findGate(gateId))!.steps[0]).toMatchObject({ isJudgedGood: true, keys: { workgroup: true } })
  const { verdicts } = await seen()
  expect(verdicts.map(({ isGood }) => isGood).sort()).toEqual([false, true])
  expect(JSON.stringify(verdicts)).toContain('opnieuw gebeld')
})

test('before measuring began nobody judges', async () => {
  await transact(tx => tx.update(gateSteps).set({ measuringFrom: '2099-01-01' }).where(eq(gateSteps.gateId, gateId)))
  expect((await seen()).held).toBe('measuringNotBegun')
  expect(await send(good)).toMatchObject({ data: { refused: 'measuringNotBegun' }, init: { status: 409 } })
})

test('what was measured is suggested, and nothing while it is too little', () => {
  const bar = { number: 1, direction: 'atMost' as const, thresholdMilli: 8000, minimumVolume: 400 }
  expect(suggested(bar, [week])).toBe(true)
  expect(suggested({ ...bar, thresholdMilli: 7000 }, [week])).toBe(false)
  expect(suggested({ ...bar, minimumVolume: 401 }, [week])).toBeUndefined()
})
