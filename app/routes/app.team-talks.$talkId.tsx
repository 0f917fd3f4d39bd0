import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { promiseIdsIn } from '~/conversations/team/agreements'
import { talkDeed } from '~/conversations/team/door.server'
import { talkForm } from '~/conversations/team/form'
import { talkLeads } from '~/conversations/team/rules'
import { talkInSight } from '~/conversations/team/shown.server'
import { TalkPage } from '~/conversations/team/talk-page'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson, requireRole } from '~/people/session.server'
import { promiseLines } from '~/promises/showing.server'
import { listInSight } from '~/pulses/results/store.server'
import { dayInWords } from '~/ui/day'
import { parseForm } from '~/ui/parse-form.server'

/** A talk, for its team and for who leads that team now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const at = new Date()
  const shown = await talkInSight(params.talkId!, person, at)
  if (!shown) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  const t = translatorOn(language)
  const promises = await promiseLines(promiseIdsIn([...shown.agreed, ...shown.earlier]), at)
  const date = dayInWords(shown.talk.heldOn ?? shown.talk.plannedOn, language)
  const title = `${t('teamTalks.talk.title', { date })} · ${t('shell.name')}`
  return { ...shown, promises, results: await listInSight(), title }
}

/** Changes the talk, calls it off, says that it was held, or writes down what was agreed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, talkLeads)
  const form = await parseForm(request, talkForm)
  if (!form.ok) return data({ step: String(form.values.step ?? ''), failed: form }, 422)
  const said = form.data
  const results = (await listInSight()).map(({ id }) => id)
  const answer = await talkDeed(params.talkId!, said, { lead: person, results, at: new Date() })
  if (!answer) throw new Response(null, { status: 404 })
  if ('done' in answer) return redirect(`/app/team-talks/${params.talkId}`)
  return data(answer, answer.refused ? 409 : 200)
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Talk() {
  return <TalkPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
