import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson, requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'
import { endForm, mandateForm, promiseForm, withRules } from '~/workgroups/form'
import { bindVetoPromise, makeVetoPromise, recordEnd, recordMandate } from '~/workgroups/mandate.server'
import { MandatePage } from '~/workgroups/mandate-page'
import { groupShown, mandateDeeds, requireGroup, ruleFieldsHere } from '~/workgroups/reading.server'
import { namesOf, rulesIn } from '~/workgroups/rule-fields'
import { founders } from '~/workgroups/rules'
import { rulesOf, sitesHere, todayHere } from '~/workgroups/store.server'
import { vetoPromise } from '~/workgroups/veto-promise'

/** Every mandate of a group, for everybody who works here; for those who found groups with the way to write the next. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const { group, mandates } = await groupShown(params.groupId!, new Date())
  return {
    ...{ group, mandates, rules: await rulesOf(group.id), sites: await sitesHere() },
    ...(await mandateDeeds(group, person, new Date())),
    promise: vetoPromise(t, group.name, todayHere(new Date())),
    title: `${t('groups.mandate.title')} · ${group.name} · ${t('shell.name')}`,
  }
}

/** Writes the next mandate once it was read as staff will read it; binds a veto promise; ends a group in which nobody sits. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, founders)
  const [at, group] = [new Date(), await requireGroup(params.groupId!)]
  const ending = await parseForm(request.clone(), endForm)
  if (ending.ok) return answered(group.id, await recordEnd(group.id, person, at))
  const binding = await parseForm(request.clone(), promiseForm)
  if (binding.ok) {
    const { deed, seen, promiseId } = binding.data
    const promise = vetoPromise(translatorOn(await languageOf(request, person)), group.name, todayHere(at))
    const bound =
      deed === 'make'
        ? await makeVetoPromise(group.id, { seen, promise }, person, at)
        : await bindVetoPromise(group.id, { seen, promiseId }, person, at)
    return answered(group.id, bound)
  }
  const fields = await ruleFieldsHere()
  const form = await parseForm(request, withRules(mandateForm, namesOf(fields)))
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, seen, weeklyHours, words, seats, rules } = form.data
  const said = { words, seats, weeklyMinutes: Math.round(weeklyHours * 60), rules: rulesIn(fields, rules) }
  if (step !== 'publish') return data({ step, said })
  const decision = await recordMandate(group.id, { ...said, seen }, person, at)
  return decision.ok ? answered(group.id, decision) : data({ step, said, refused: decision.because }, 409)
}

type Decided = Awaited<ReturnType<typeof recordEnd | typeof bindVetoPromise | typeof makeVetoPromise>>

const answered = (groupId: string, decision: Decided) =>
  decision.ok ? redirect(`/app/groups/${groupId}/mandate`) : data({ refused: decision.because }, 409)

/** Also after a refusal the group is read anew: whoever was late must see what stands there now. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Mandate() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <MandatePage {...page} answer={useActionData<typeof action>()} />
}
