import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hoursInWords } from '~/ui/amount'
import { parseForm } from '~/ui/parse-form.server'
import { groupToRoster, weekAsked } from '~/workgroups/hours/door.server'
import { recordRostered, sealOf } from '~/workgroups/hours/entering.server'
import { hoursField, rosterForm } from '~/workgroups/hours/form'
import { RosterPage } from '~/workgroups/hours/roster-page'
import { rosterOf } from '~/workgroups/hours/store.server'

async function rosterFor(request: Request, groupId: string | undefined) {
  const { person, group, today, t } = await groupToRoster(request, groupId)
  const asked = weekAsked(request, today)
  const lines = await rosterOf(group.id, asked.week, group.weeklyMinutes)
  return { person, group, ...asked, lines, t }
}

/** The roster of one week, for who plans it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, week, previous, next, lines, t } = await rosterFor(request, params.groupId)
  const asked = lines.map(({ personId }) => ({ personId, week }))
  const stored = lines.map(({ rosteredMinutes }) => rosteredMinutes)
  const title = `${t('groupHours.roster.title')} · ${group.name} · ${t('shell.name')}`
  return { group, week, previous, next, lines, seen: sealOf(asked, stored), title }
}

/** Keeps what was rostered in one week, for everybody at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, group, week, lines } = await rosterFor(request, params.groupId)
  const form = await parseForm(request, rosterForm(lines.length))
  if (!form.ok) return data({ failed: form }, 422)
  const { seen, ...hours } = form.data
  const rows = lines.map(({ personId }, place) => ({ personId, week, minutes: hours[hoursField(place)]! }))
  const decision = await recordRostered(group.id, { rows, seen }, person, new Date())
  if (decision.ok) return data({ isKept: true })
  const values = Object.fromEntries(Object.entries(hours).map(([name, minutes]) => [name, hoursInWords(minutes)]))
  return data({ refused: decision.because, failed: { ok: false as const, problems: {}, values } }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Roster() {
  return <RosterPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
