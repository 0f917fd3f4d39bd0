import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteForm } from '~/conversations/one-to-ones/form'
import { recordInvitation } from '~/conversations/one-to-ones/inviting.server'
import { NewOneToOnePage } from '~/conversations/one-to-ones/new-page'
import { choicesFor, needsKeyFirst, searchIn } from '~/conversations/one-to-ones/overview.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Whom this person can invite or ask: who they lead, and who leads them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const typed = searchIn(request)
  const isLead = hasRole(person, ['teamLead'])
  return {
    choices: await choicesFor(person, typed, new Date()),
    typed,
    isLead,
    needsKey: isLead && (await needsKeyFirst(person)),
    title: `${t('talks.new.title')} · ${t('shell.name')}`,
  }
}

/** Invites or asks a colleague; whatever is open between the two is what one comes to. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, inviteForm)
  if (!form.ok) return data({ refused: 'noSuchColleague' as const }, 422)
  const decision = await recordInvitation(person, form.data.with, new Date())
  if (decision.ok) return redirect(`/app/one-to-ones/${decision.value}`)
  if (decision.because === 'keyMissing') return redirect('/app/conversation-key?to=/app/one-to-ones/new')
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewOneToOne() {
  return <NewOneToOnePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
