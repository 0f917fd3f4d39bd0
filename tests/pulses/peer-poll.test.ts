import { eq } from 'drizzle-orm'
import { languages } from 'surveys/instrument'
import { peerPoll, questionAboutPlan } from 'surveys/peer-poll/v1'
import { beforeAll, expect, test } from 'vitest'
import { db, groupSeats, peerQuestions, proposals, transact, workgroups } from '#db'
import { answeringForm } from '~/ballot-box/cards.server'
import { escaped } from '~/ballot-box/markup'
import { ballotWords } from '~/ballot-box/page-words.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { beginIssuing } from '~/pulses/opening.server'
import { findResults } from '~/pulses/results/store.server'
import { roundInFull } from '~/pulses/rounds/store.server'
import { findPoll, recordPoll, recordPollTakenBack } from '~/workgroups/polls/store.server'
import { propose } from '~/workgroups/votes/voting.server'
import { answerRound, castAll, foundHouse, issuingRound, manifestFor, openedRound, peopleOf, plan } from './round-trip'

const house = { A: 9, B: 12 }
const [member, stranger] = peopleOf(house) as [string, string]
const at = new Date('2026-11-20T10:00:00Z')
const after = new Date('2026-12-05T10:00:00Z')

beforeAll(async () => {
  await foundHouse(house)
  const group = { id: 'W-1', number: 1, name: 'Groep', state: 'working' as const, seats: 1 }
  const seat = { workgroupId: 'W-1', personId: member, office: 'member' as const }
  await transact(async tx => {
    await tx.insert(workgroups).values({ ...group, weeklyMinutes: 480, foundedOn: '2026-01-05' })
    await tx.insert(groupSeats).values({ ...seat, fromOn: '2026-01-05', untilOn: '2036-01-05' })
  })
  return closeBallotBox
})

let nth = 0
async function proposed(subject: 'plan' | 'other' = 'plan') {
  const made = await propose('W-1', { subject, title: `Plan ${++nth}`, words: 'w' }, member, at)
  if (!made.ok) throw new Error(made.because)
  return made.value.id
}
const askedIn = async (round: string) => (await manifestFor(round)).questions.map(({ id }) => id)

test('a member lets the next round ask about a plan, once; nobody else does, and not about anything else', async () => {
  const id = await proposed()
  expect(await recordPoll(id, stranger, at)).toMatchObject({ because: 'notAMember' })
  expect(await recordPoll(await proposed('other'), member, at)).toMatchObject({ because: 'nothingToAsk' })
  const clicks = await Promise.all([1, 2, 3].map(() => recordPoll(id, member, at)))
  expect(clicks.filter(one => one.ok)).toHaveLength(1)
  expect(await recordPollTakenBack(id, stranger, at)).toMatchObject({ because: 'notAMember' })
  expect(await recordPollTakenBack(id, member, at)).toMatchObject({ ok: true })
  expect(await findPoll(id)).toBeNull()
})

test('a round takes one along, the oldest; a void one gives it back, and one that the works council reads first takes none', async () => {
  const [first, second] = [await proposed(), await proposed()]
  await recordPoll(first, member, at)
  await recordPoll(second, member, new Date('2026-11-21T10:00:00Z'))
  const kept = await draftRound({ ...plan, embargoUntil: '2026-12-11' }, '2026-11-20')
  if (!kept.ok) throw new Error(kept.because)
  await beginIssuing(kept.value.id)
  expect(await askedIn(kept.value.id)).not.toContain(first)
  await endAsVoid(kept.value.id, 'mistake')
  const spoilt = await issuingRound()
  expect(await askedIn(spoilt)).toContain(first)
  expect(await askedIn(spoilt), 'one is enough').not.toContain(second)
  expect(await recordPollTakenBack(first, member, at)).toMatchObject({ because: 'takenAlong' })
  await endAsVoid(spoilt, 'mistake', after)
  expect(await findPoll(first)).toMatchObject({ round: null })
  await transact(tx => tx.update(proposals).set({ state: 'rejected' }).where(eq(proposals.id, first)))
  const round = await issuingRound()
  expect(await askedIn(round), 'a rejected plan is not asked about').not.toContain(first)
  expect(await askedIn(round)).toContain(second)
  expect((await roundInFull(round, 'nl', '2026-11-20'))!.questions.at(-1)).toContain('Met dit plan')
  await answered(round, second)
})

/** It is counted and held back like any other question, and stands on the page of the plan once it is published. */
async function answered(round: string, id: string) {
  await openedRound(round)
  const unitOf = (person: string) => (person.startsWith('A') ? 'U1' : 'U2')
  const answers = peopleOf(house).map((person, place) => ({ person, unit: unitOf(person), answer: place % 3 ? 4 : 2 }))
  await castAll(round, answers)
  expect(await findPoll(id)).toMatchObject({ round: { id: round }, isPublished: false, figure: null })
  await closeAndCount(round, undefined, after)
  const { results } = (await findResults(round))!
  const item = results.items.find(one => one.id === id)!
  expect(item).toMatchObject({ kind: 'agree5', figure: { n: 21 } })
  expect(item.cells.map(({ n }) => n)).toEqual([9, 12])
  expect(await findPoll(id)).toMatchObject({ isPublished: true, figure: item.figure })
  expect(JSON.stringify(results.headline), 'a plan is not ranked among moods').not.toContain(id)
  await answerRound(round)
  const next = await issuingRound()
  expect(await askedIn(next)).not.toContain(id)
  await endAsVoid(next, 'mistake', after)
  expect((await db.select().from(peerQuestions)).map(one => one.roundId)).toContain(round)
}

test.each(languages)(
  'on the card in %s stands the title of the plan, and a way to say that you do not know it',
  language => {
    const { nl, en, fr } = questionAboutPlan('Eerst $& <wachtwoorden>')
    const question = { id: 'V-0123456789ab', kind: 'agree5', text_nl: nl, text_en: en, text_fr: fr }
    const card = answeringForm([question], language, ballotWords(language)).text.split('</fieldset>')[0]!
    expect(card).toContain('Eerst $&amp; &lt;wachtwoorden&gt;')
    expect([...card.matchAll(/name="V-0123456789ab" value="(.*?)"><span>(.*?)<\/span>/g)].at(-1)?.slice(1)).toEqual([
      '',
      escaped(peerPoll.abstain[language]),
    ])
  },
)
