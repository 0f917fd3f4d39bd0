import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasRole } from '~/people/rules'
import { hoursInWords } from '~/ui/amount'
import { parseForm } from '~/ui/parse-form.server'
import { groupWithHours, ownOf } from '~/workgroups/hours/door.server'
import { recordOwn } from '~/workgroups/hours/entering.server'
import { ownHoursForm } from '~/workgroups/hours/form'
import { HoursPage } from '~/workgroups/hours/hours-page'
import { rosterers } from '~/workgroups/hours/rules'
import { hoursOf } from '~/workgroups/hours/store.server'

/** What became of the hours of a group, for who is signed in; a member also sees their own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, group, today, t } = await groupWithHours(request, params.groupId)
  const own = await ownOf(group.id, person.id, today)
  const title = `${t('groupHours.title')} · ${group.name} · ${t('shell.name')}`
  return { group, hours: await hoursOf(group.id, today), own, mayRoster: hasRole(person, rosterers), title }
}

/** Keeps what a member says of their own week. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, group, today } = await groupWithHours(request, params.groupId)
  if (!(await ownOf(group.id, person.id, today))) throw new Response(null, { status: 403 })
  const form = await parseForm(request, ownHoursForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { week, used, pulledBack } = form.data
  const told = { week, usedMinutes: used, pulledBackMinutes: pulledBack }
  const decision = await recordOwn(group.id, told, person.id, new Date())
  if (decision.ok) return data({ isKept: true })
  const values = { week, used: hoursInWords(used), pulledBack: hoursInWords(pulledBack) }
  return data({ refused: decision.because, failed: { ok: false as const, problems: {}, values } }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GroupHours() {
  return <HoursPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
