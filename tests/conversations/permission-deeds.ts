import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { conversationRecords, conversations, db, developmentPlans, keyWraps } from '#db'
import type { RecordBody } from '~/conversations/record/sent'
import { keyPrint, type Wrap } from '~/conversations/sealing/sealed'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import type { RouteModule } from '../people/knocking'
import { newerWordsOf, wordsOf } from './permission-things'
import { inDays, today } from './team/cast'

/** Whoever knocks, and at which thing. */
export type Knock = { actor: string | undefined; id: string }

/** Knocks at a door, and says in a word how it ended. */
export type Deed = (knock: Knock) => Promise<string>

const doors = import.meta.glob<RouteModule>('../../app/routes/app.*.{ts,tsx}')
const doorOf = (name: string) => doors[`../../app/routes/app.${name}`]!()

/** The doors that the table knocks at, and all there are about conversations. */
export const tried = new Set<string>()
export const allDoors = Object.keys(doors)
  .map(path => path.replace('../../app/routes/app.', ''))
  .filter(name => /^(conversation|one-to-ones|plan\.|own|team-talks|board|talk-figures|cycle)/.test(name))

type Asking = { path?: string; init?: RequestInit }

async function requestOf({ actor }: Knock, { path = '/app/somewhere', init }: Asking) {
  return actor ? asPersonIn(actor, path, init) : new Request(`http://localhost:3000${path}`, init)
}

const paramsOf = (id: string) => ({ conversationId: id, planId: id, talkId: id, agreementId: id, lineId: id })

/** Returns what a deed of a door ends in; `mark` stands in everything that shows the thing. */
export async function outcomeOf(deed: NonNullable<RouteModule['loader']>, knock: Knock, asking: Asking, mark: string) {
  const request = await requestOf(knock, asking)
  const args = { request, params: paramsOf(knock.id), context: {} } as unknown as LoaderFunctionArgs
  const answer = await answerOf(async () => deed(args))
  if (!(answer instanceof Response)) {
    const status = (answer as { init?: { status?: number } | null }).init?.status ?? 200
    return status >= 400 ? String(status) : shows(JSON.stringify(answer), mark)
  }
  if (answer.headers.get('Location')?.startsWith('/app/sign-in')) return 'in'
  if (answer.status >= 400) return String(answer.status)
  return answer.status >= 300 ? 'yes' : shows(await answer.text(), mark)
}

const shows = (text: string, mark: string) => (text.includes(mark) ? 'yes' : 'no')

/** Reads at a door; `mark` is what shows that the thing is there. */
function reads(name: string, mark: (id: string) => string, path = '/app/somewhere'): Deed {
  tried.add(name)
  return async knock => outcomeOf((await doorOf(name)).loader!, knock, { path }, mark(knock.id))
}

/** Posts a form at a door. */
function posts(name: string, form: Record<string, string>): Deed {
  tried.add(name)
  return async knock => outcomeOf((await doorOf(name)).action!, knock, { init: formPost(form) }, '')
}

/** Sends what the page of a record sends. */
const sends =
  (body: (knock: Knock) => RecordBody, mark = '"done"'): Deed =>
  async knock => {
    const init = { method: 'POST', body: JSON.stringify(body(knock)) }
    return outcomeOf((await doorOf('one-to-ones.$conversationId_.save.ts')).action!, knock, { init }, mark)
  }

/** A door that leads back to a page of one's own whatever was asked: only what stands afterwards tells. */
const onlyWhen =
  (took: (id: string) => Promise<boolean>, deed: Deed): Deed =>
  async knock => {
    const outcome = await deed(knock)
    return outcome === 'yes' && !(await took(knock.id)) ? 'no' : outcome
  }

const noTalk = async (id: string) => (await db.$count(conversations, eq(conversations.id, id))) === 0
const noRecord = async (id: string) =>
  (await db.$count(conversationRecords, eq(conversationRecords.conversationId, id))) === 0
const noShare = async (id: string) => (await db.$count(keyWraps, eq(keyWraps.thingId, id))) === 2
const noPlan = async (id: string) => (await db.$count(developmentPlans, eq(developmentPlans.id, id))) === 0

const id = (of: string) => of
const always = (mark: string) => () => mark
const talkPage = 'one-to-ones.$conversationId.tsx'
const recordPage = 'one-to-ones.$conversationId_.record.tsx'
const withdrawPage = 'one-to-ones.$conversationId_.withdraw.tsx'
const teamTalkPage = 'team-talks.$talkId.tsx'
const board = 'board.$lineId.tsx'
const written = { sealedShared: 'abc', followUpOn: null }
const seen = { version: 1, revision: 1 }
const line = { part: 'known', line: 'Wij weten het', step: 'publish' }
const wraps = new Map<string, Wrap>()
for (const personId of ['em', 'lo', 'hr'])
  wraps.set(personId, { personId, wrapped: 'abc', forKey: await keyPrint(`key-of-${personId}`) })
const wrapOf = (personId: string) => wraps.get(personId) ?? { ...wraps.get('em')!, personId }
const two = ['em', 'lo'].map(wrapOf)
const plan = { revision: '1', sealed: 'abc', sight: 'onlyMe', reviewOn: '' }
const planWraps = (of: string) => JSON.stringify([wrapOf(of)])

/** Every deed of the table. */
export const deeds: Record<string, Deed> = {
  talkPage: reads(talkPage, id),
  invite: posts('one-to-ones.new.tsx', { with: 'em' }),
  talkList: reads('one-to-ones._index.tsx', id),
  decline: posts(talkPage, { deed: 'decline' }),
  plan: posts(talkPage, { deed: 'plan', day: inDays(3), time: '10:00' }),
  talkFile: reads('one-to-ones.$conversationId[.ics].ts', always('BEGIN:VEVENT')),
  hold: posts(talkPage, { deed: 'hold' }),
  cancel: onlyWhen(noTalk, posts(talkPage, { deed: 'cancel' })),
  begin: sends(() => ({ intent: 'begin', ...written, wraps: two })),
  recordPage: reads(recordPage, wordsOf),
  recordSign: reads(recordPage, id),
  newerWords: reads(recordPage, newerWordsOf),
  save: sends(() => ({ intent: 'save', ...seen, ...written })),
  saveOwn: sends(() => ({ intent: 'save', ...seen, ...written, sealedOwn: 'abc' })),
  saveNewer: sends(() => ({ intent: 'save', version: 2, revision: 1, ...written })),
  agree: sends(() => ({ intent: 'agree', ...seen })),
  agreeLast: sends(() => ({ intent: 'agree', ...seen }), '"isFixed":true'),
  newVersion: sends(() => ({ intent: 'newVersion', from: 1, ...written })),
  dropVersion: sends(() => ({ intent: 'dropVersion', version: 2, revision: 1 })),
  object: sends(() => ({ intent: 'object', sealedObjection: 'abc' })),
  share: sends(() => ({ intent: 'share', ...wrapOf('hr'), endsOn: inDays(9) })),
  endShare: onlyWhen(noShare, posts(recordPage, { personId: 'hr' })),
  rewrap: sends(({ actor }) => ({ intent: 'rewrap', ...wrapOf(actor === 'em' ? 'lo' : 'em') })),
  keyToWrapFor: reads('one-to-ones.$conversationId_.save.ts', always('key-of-lo'), '/app/somewhere?of=lo'),
  withdrawPage: reads(withdrawPage, id),
  withdraw: onlyWhen(noRecord, posts(withdrawPage, {})),
  logOfEmployee: reads(recordPage, of => `log-em-${of}`),
  logOfLead: reads(recordPage, of => `log-lo-${of}`),
  ownPage: reads('own.tsx', wordsOf),
  ownFile: reads('own[.json].ts', of => `"conversationId": "${of}"`),
  ownErase: onlyWhen(noRecord, posts('own_.records.tsx', { sure: 'yes' })),
  keyPage: reads('conversation-key.tsx', always('lock-of-em')),
  planPage: reads('plan._index.tsx', wordsOf),
  planOfOther: reads('plan.$planId.tsx', wordsOf),
  planSave: async knock =>
    posts('plan._index.tsx', { ...plan, planId: knock.id, wraps: planWraps(knock.actor ?? 'em') })(knock),
  planDestroy: onlyWhen(noPlan, posts('plan.destroy.tsx', {})),
  teamTalkList: reads('team-talks._index.tsx', id),
  teamTalkPage: reads(teamTalkPage, id),
  teamTalkFile: reads('team-talks.$talkId[.ics].ts', always('BEGIN:VEVENT')),
  teamTalkCancel: posts(teamTalkPage, { step: 'cancel', seen: '1' }),
  teamTalkPlan: posts('team-talks.new.tsx', { teamId: 't', plannedOn: today, time: '10:00', guideSlug: '' }),
  agreementPage: reads('team-talks.agreements.$agreementId.tsx', id),
  agreementEnd: posts('team-talks.agreements.$agreementId.tsx', { deed: 'done', because: '' }),
  prepare: reads('team-talks.prepare.tsx', always('madeOn'), '/app/team-talks/prepare?team=t'),
  board: reads('board._index.tsx', wordsOf),
  boardLinePage: reads(board, wordsOf),
  boardAdd: posts('board.new.tsx', line),
  boardChange: posts(board, { ...line, seen: '1' }),
  boardRemove: posts(board, { step: 'remove', seen: '1' }),
  figures: reads('talk-figures.tsx', always('title')),
  figuresFile: reads('talk-figures[.csv].ts', always('')),
  cycle: reads('cycle.tsx', always('title')),
}
