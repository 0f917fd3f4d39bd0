import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseForm, sentForm } from '~/ui/parse-form.server'
import { groupToRoster } from '~/workgroups/hours/door.server'
import { rosterConfirmForm, rosterFileForm } from '~/workgroups/hours/form'
import { RosterImportPage } from '~/workgroups/hours/import-page'
import { applyRoster, lookAtRoster, lookAtText } from '~/workgroups/hours/importing.server'

/** Where a roster is chosen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, t } = await groupToRoster(request, params.groupId)
  return { group, title: `${t('groupHours.import.title')} · ${group.name} · ${t('shell.name')}` }
}

/** Looks at a roster and changes nothing; the text of one that was looked at is entered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, group } = await groupToRoster(request, params.groupId)
  const at = new Date()
  if ((await sentForm(request.clone())).has('text')) {
    const confirmed = await parseForm(request, rosterConfirmForm)
    if (!confirmed.ok) return data({ failed: confirmed }, 422)
    const decision = await applyRoster(group.id, confirmed.data, person, at)
    if (decision.ok) return redirect(`/app/groups/${group.id}/hours`)
    return data({ refused: decision.because, looked: await lookAtText(group.id, confirmed.data.text, at) }, 409)
  }
  const form = await parseForm(request, rosterFileForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { rows: _, ...looked } = await lookAtRoster(group.id, await form.data.file.bytes(), at)
  return data({ looked }, looked.problems.length > 0 ? 422 : 200)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function RosterImport() {
  return <RosterImportPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
