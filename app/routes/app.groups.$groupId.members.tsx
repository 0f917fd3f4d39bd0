import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'
import { memberForm } from '~/workgroups/form'
import { groupShown, ownStanding, requireGroup, seatsFor } from '~/workgroups/reading.server'
import { MembersPage } from '~/workgroups/seats/members-page'
import { giveOffice, leave } from '~/workgroups/seats/seating.server'

/** Who sits in a group, for everybody who works here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const { group, members, resting } = await groupShown(params.groupId!, new Date())
  return {
    ...{ group, members, resting, seats: await seatsFor(group.id, person, new Date()) },
    own: await ownStanding(group.id, person, new Date()),
    isLeaving: new URL(request.url).searchParams.has('leave'),
    title: `${t('groups.members.title')} · ${group.name} · ${t('shell.name')}`,
  }
}

/** A member leaves, or gives a member an office; nobody else does either. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { id } = await requireGroup(params.groupId!)
  const form = await parseForm(request, memberForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { data: asked } = form
  const decision =
    asked.deed === 'leave'
      ? await leave(id, person.id, new Date())
      : await giveOffice(id, { personId: asked.personId, office: asked.office }, person, new Date())
  if (decision.ok) return redirect(`/app/groups/${id}/members`)
  return data({ refused: decision.because }, decision.because === 'notAMember' ? 403 : 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Members() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <MembersPage {...page} refused={useActionData<typeof action>()?.refused} />
}
