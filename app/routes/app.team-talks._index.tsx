import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cycleReaders } from '~/conversations/cycle/rules'
import { promiseIdsIn } from '~/conversations/team/agreements'
import { TeamTalksPage } from '~/conversations/team/index-page'
import { teamsInSight } from '~/conversations/team/shown.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { promiseLines } from '~/promises/showing.server'

/** A lead reads the teams they lead; everybody else their own team. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const at = new Date()
  const t = translatorOn(await languageOf(request, person))
  const { teams, leads } = await teamsInSight(person, at)
  const ids = promiseIdsIn(teams.flatMap(({ open, ended }) => [...open, ...ended]))
  const title = `${t('teamTalks.title')} · ${t('shell.name')}`
  return { teams, leads, promises: await promiseLines(ids, at), mayReadCycle: hasRole(person, cycleReaders), title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function TeamTalks() {
  return <TeamTalksPage {...useLoaderData<typeof loader>()} />
}
