import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planForm } from '~/conversations/team/form'
import { NewTalkPage } from '~/conversations/team/new-page'
import { recordPlan } from '~/conversations/team/planning.server'
import { talkLeads } from '~/conversations/team/rules'
import { ownTeamsOf } from '~/conversations/team/teams.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { listInSight } from '~/pulses/results/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** An empty talk, or one that starts with a team, a card or a result that the lead comes from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, talkLeads)
  const t = translatorOn(await languageOf(request, person))
  const asked = new URL(request.url).searchParams
  const started = {
    teamId: asked.get('team') ?? undefined,
    guideSlug: asked.get('guide') ?? undefined,
    roundId: asked.get('round') ?? undefined,
  }
  const teams = (await ownTeamsOf(person)).map(({ id, name }) => ({ id, name }))
  const title = `${t('teamTalks.new.title')} · ${t('shell.name')}`
  return { teams, results: await listInSight(), started, title }
}

/** Plans a talk. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requireRole(request, talkLeads)
  const form = await parseForm(request, planForm)
  if (!form.ok) return data({ step: 'plan', failed: form }, 422)
  const { roundId } = form.data
  const isKnown = !roundId || (await listInSight()).some(({ id }) => id === roundId)
  const decision = isKnown
    ? await recordPlan(form.data, person, new Date())
    : ({ ok: false, because: 'noSuchResult' } as const)
  if (decision.ok) return redirect(`/app/team-talks/${decision.value.id}`)
  const { guideSlug = '', ...rest } = form.data
  const failed = { ok: false as const, problems: {}, values: { ...rest, roundId: roundId ?? '', guideSlug } }
  return data({ step: 'plan', failed, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewTalk() {
  return <NewTalkPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
