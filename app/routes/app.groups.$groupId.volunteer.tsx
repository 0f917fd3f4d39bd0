import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'
import { offerForm, takeBackForm } from '~/workgroups/form'
import { groupShown, offerClosed, ownStanding, requireGroup } from '~/workgroups/reading.server'
import { ownOffer, ownSite, recordOffer, takeBack } from '~/workgroups/seats/offering.server'
import { VolunteerPage } from '~/workgroups/seats/volunteer-page'

/** Where whoever reads offers to sit; nobody sees the offer of anybody else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const { group } = await groupShown(params.groupId!, new Date())
  return {
    ...{ group, site: await ownSite(person.teamId), offer: await ownOffer(group.id, person.id) },
    mayStay: (await ownStanding(group.id, person, new Date())).mayStay,
    closed: await offerClosed(group.id, person, new Date()),
    title: `${t('groups.volunteer.title')} · ${group.name} · ${t('shell.name')}`,
  }
}

/** Keeps an offer, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { id } = await requireGroup(params.groupId!)
  const back = redirect(`/app/groups/${id}/volunteer`)
  const taking = await parseForm(request.clone(), takeBackForm)
  if (taking.ok) {
    const decision = await takeBack(id, person.id, new Date())
    return decision.ok ? back : data({ refused: decision.because }, 409)
  }
  const form = await parseForm(request, offerForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await recordOffer(id, form.data, person, new Date())
  if (decision.ok) return back
  return data({ refused: decision.because }, decision.because === 'otherSideOfTheTable' ? 403 : 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Volunteer() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <VolunteerPage {...page} answer={useActionData<typeof action>()} />
}
