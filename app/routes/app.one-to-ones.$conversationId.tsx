import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveForm } from '~/conversations/one-to-ones/form'
import { recordMove } from '~/conversations/one-to-ones/moving.server'
import { needsKeyFirst, requireTalk } from '~/conversations/one-to-ones/overview.server'
import { goneAfter } from '~/conversations/one-to-ones/rules'
import { TalkPage } from '~/conversations/one-to-ones/talk-page'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** A one-to-one, for the two who talk; for everybody else it does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const talk = await requireTalk(params.conversationId, person, new Date())
  const t = translatorOn(await languageOf(request, person))
  return {
    talk,
    needsKey: talk.party === 'lead' && (await needsKeyFirst(person)),
    goesAfter: talk.heldOn && goneAfter(talk.heldOn),
    title: `${t('talks.list.title')} · ${t('shell.name')}`,
  }
}

/** Makes a move. What is gone already leads to the list, so that taking it away twice does no harm. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, moveForm)
  const page = `/app/one-to-ones/${params.conversationId}`
  if (form.ok) {
    const decision = await recordMove(params.conversationId!, person, form.data, new Date())
    const isGone = decision.ok ? decision.value === 'gone' : decision.because === 'noSuchConversation'
    if (isGone && form.data.deed === 'cancel') return redirect('/app/one-to-ones?gone')
    if (decision.ok) return redirect(page)
    if (decision.because === 'keyMissing') return redirect(`/app/conversation-key?to=${page}`)
    if (decision.because !== 'noSuchConversation')
      return data({ refused: decision.because, typed: form.data.deed === 'plan' ? form.data : undefined }, 409)
  }
  await requireTalk(params.conversationId, person, new Date())
  return data(form.ok ? {} : { failed: form }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneToOne() {
  return <TalkPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
