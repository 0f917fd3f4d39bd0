import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'
import { groupForm, withRules } from '~/workgroups/form'
import { recordGroup } from '~/workgroups/founding.server'
import { NewGroupPage } from '~/workgroups/new-page'
import { ruleFieldsHere } from '~/workgroups/reading.server'
import { namesOf, rulesIn } from '~/workgroups/rule-fields'
import { founders, foundGroup } from '~/workgroups/rules'
import { sitesHere, todayHere } from '~/workgroups/store.server'
import { vetoPromise } from '~/workgroups/veto-promise'

/** Where a working group is founded. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, founders)
  const t = translatorOn(await languageOf(request, person))
  return {
    sites: await sitesHere(),
    mayPromise: hasRole(person, promisers),
    title: `${t('groups.new.title')} · ${t('shell.name')}`,
  }
}

/** Shows the group as staff will read it; only `publish` founds it, together with its veto promise. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requireRole(request, founders)
  const fields = await ruleFieldsHere()
  const form = await parseForm(request, withRules(groupForm, namesOf(fields)))
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, weeklyHours, withPromise, rules, ...words } = form.data
  const said = { ...words, weeklyMinutes: Math.round(weeklyHours * 60), rules: rulesIn(fields, rules) }
  const t = translatorOn(await languageOf(request, person))
  const isPromised = withPromise === 'on' && hasRole(person, promisers)
  const promise = isPromised ? vetoPromise(t, said.name, todayHere(new Date())) : undefined
  const decision = step === 'publish' ? await recordGroup(said, promise, person, new Date()) : foundGroup(said, person)
  const written = { said, withPromise: isPromised, promise }
  if (!decision.ok) return data({ ...written, step: 'write' as const, refused: decision.because }, 409)
  return step === 'publish' && 'id' in decision.value
    ? redirect(`/app/groups/${decision.value.id}`)
    : data({ ...written, step })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewGroup() {
  const { sites, mayPromise } = useLoaderData<typeof loader>()
  return <NewGroupPage sites={sites} mayPromise={mayPromise} answer={useActionData<typeof action>()} />
}
