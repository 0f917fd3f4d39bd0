import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'
import { seatForm } from '~/workgroups/form'
import { groupShown, ownStanding, requireGroup, seatsFor } from '~/workgroups/reading.server'
import { announceDraw } from '~/workgroups/seats/announcing.server'
import { DrawPage } from '~/workgroups/seats/draw-page'
import { drawShown } from '~/workgroups/seats/holding.server'
import { seatAll, seatNext } from '~/workgroups/seats/seating.server'

/** How seats are filled, with the last draw for everybody to draw again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const { group } = await groupShown(params.groupId!, new Date())
  return {
    ...{ group, seats: await seatsFor(group.id, person, new Date()), draw: await drawShown(group.id) },
    own: await ownStanding(group.id, person, new Date()),
    title: `${t('groups.draw.title')} · ${group.name} · ${t('shell.name')}`,
  }
}

const deeds = { seatAll, announce: announceDraw, seatNext }

/** Fills seats; only who founds groups, and who sits in this one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { id } = await requireGroup(params.groupId!)
  const form = await parseForm(request, seatForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const decision = await deeds[form.data.deed](id, person, new Date())
  if (decision.ok) return redirect(`/app/groups/${id}/${form.data.deed === 'announce' ? 'draw' : 'members'}`)
  if (decision.because === 'notYourDeed') throw new Response(null, { status: 403 })
  return data({ refused: decision.because }, 409)
}

/** Also after a refusal the seats are read anew. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Draw() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <DrawPage {...page} refused={useActionData<typeof action>()?.refused} />
}
