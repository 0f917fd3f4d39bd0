import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AgreementPage, type DeedRefused } from '~/conversations/team/agreement-page'
import { promiseIdsIn } from '~/conversations/team/agreements'
import { agreementDeed } from '~/conversations/team/door.server'
import { deedForm } from '~/conversations/team/form'
import { talkLeads } from '~/conversations/team/rules'
import { agreementInSight } from '~/conversations/team/shown.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { promiseLines } from '~/promises/showing.server'
import { parseForm } from '~/ui/parse-form.server'

/** An agreement of a team that this lead leads. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, talkLeads)
  const at = new Date()
  const shown = await agreementInSight(params.agreementId!, person, at)
  if (!shown) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  const promises = await promiseLines(promiseIdsIn([shown.agreement]), at)
  return {
    ...shown,
    promise: Object.values(promises)[0],
    title: `${t('teamTalks.agreement.title')} · ${t('shell.name')}`,
  }
}

/** Says what became of an agreement. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, talkLeads)
  const form = await parseForm(request, deedForm)
  if (!form.ok) return refused(form.problems.because ? 'reasonTooLong' : 'alreadyEnded', form.values.because)
  const decision = await agreementDeed(params.agreementId!, form.data, person, new Date())
  if (decision.ok) return redirect('/app/team-talks')
  if (decision.because === 'noSuchAgreement') throw new Response(null, { status: 404 })
  return refused(decision.because, form.data.because)
}

const refused = (because: DeedRefused, typed: string | string[] = '') =>
  data({ refused: because, typed: String(typed) }, because === 'alreadyEnded' ? 409 : 422)

/** Also after a refusal the page is read anew: somebody else may have ended it. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Agreement() {
  return <AgreementPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
