import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Barrier } from 'surveys/five-barriers/v1'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { shortened } from '~/conversations/board/rules'
import { findBoard } from '~/conversations/board/store.server'
import { guideWords } from '~/conversations/guides/words.server'
import { PresenterPage } from '~/conversations/preparation/presenter-page'
import {
  cardFor,
  mostAgreements,
  mostOfBoardPart,
  promisesTouching,
  type SheetAsked,
} from '~/conversations/preparation/rules'
import type { Sheet } from '~/conversations/preparation/sheet'
import { SheetPage } from '~/conversations/preparation/sheet-page'
import { isLate } from '~/conversations/team/agreements'
import { talkLeads } from '~/conversations/team/rules'
import { openAgreements } from '~/conversations/team/store.server'
import { ownTeamsOf } from '~/conversations/team/teams.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import type { Person } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { listIndex } from '~/promises/finding.server'
import { promisesWith } from '~/promises/reading.server'
import { asRow } from '~/promises/showing.server'
import { findGroupResult, roundsToRead } from '~/pulses/results/group/store.server'
import { highestIn } from '~/readiness/needs/rules'

/** The sheet for a talk with a team of one's own. Another team does not exist here, nor does a result that is not public yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, talkLeads)
  const language = await languageOf(request, person)
  const today = dayIn(config.timeZone, new Date())
  const asking = new URL(request.url).searchParams
  const { team, teams } = await teamAsked(person, asking.get('team'))
  const { said, check, rounds } = await resultsAsked(team, asking.get('round'), person, today)
  const highest = highestIn(check?.items ?? []) ?? []
  const { guide, reason } = cardFor({ guide: asking.get('guide'), barrier: asking.get('barrier') }, highest)
  const asked: SheetAsked = {
    team: team.id,
    round: asking.has('round') ? said?.round.id : undefined,
    guide: reason === 'asked' ? guide.slug : undefined,
    ...(asking.get('view') === 'presenter' && {
      view: 'presenter',
      for: asking.get('for') === 'me' ? 'me' : undefined,
    }),
  }
  const card = { slug: guide.slug, reason, words: guideWords[language][guide.slug] }
  const sheet: Sheet = {
    team,
    madeOn: today,
    asked,
    said,
    check,
    card,
    ...(await standing(team.id, guide.barriers, today)),
  }
  const t = translatorOn(language)
  return {
    sheet,
    choices: { teams, rounds },
    title: `${t('preparation.sheetTitle', { team: team.name })} · ${t('shell.name')}`,
  }
}

async function teamAsked(person: Person, asked: string | null) {
  const teams = (await ownTeamsOf(person)).map(({ id, name }) => ({ id, name }))
  const team = teams.find(({ id }) => id === (asked ?? person.teamId))
  if (!team) throw new Response(null, { status: 404 })
  return { team, teams }
}

/** The result that was asked for or the last one, and the last check up to then. */
async function resultsAsked(team: { id: string; name: string }, asked: string | null, reader: Person, today: Day) {
  const all = await roundsToRead(reader, today)
  const round = asked ? all.find(({ id }) => id === asked) : all[0]
  if (asked && !round) throw new Response(null, { status: 404 })
  const lastCheck = all.find(({ asks, number }) => asks !== 'pulse' && number <= (round?.number ?? 0))
  const said = round && (await findGroupResult(round, team))
  const check = lastCheck && (lastCheck.id === round?.id ? said : await findGroupResult(lastCheck, team))
  return { said, check, rounds: all.map(({ id, number, closesOn }) => ({ id, number, closesOn })) }
}

/** What stands apart from any result: promises, agreements, and what management says on the board. */
async function standing(teamId: string, barriers: readonly Barrier[], today: Day) {
  const { ids, left } = promisesTouching(await listIndex(), barriers, today)
  const open = await openAgreements(teamId)
  const rows = open.slice(0, mostAgreements).map(one => ({
    ...{ id: one.id, action: one.action, owner: one.owner, dueOn: one.dueOn },
    isLate: isLate(one, today),
  }))
  return {
    promises: { rows: (await promisesWith(ids, today)).map(asRow), left },
    agreements: { rows, left: open.length - rows.length },
    board: shortened(await findBoard(today), mostOfBoardPart),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Prepare() {
  const { sheet, choices } = useLoaderData<typeof loader>()
  return sheet.asked.view === 'presenter' ? (
    <PresenterPage sheet={sheet} />
  ) : (
    <SheetPage sheet={sheet} choices={choices} />
  )
}
