import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addDays } from '~/calendar'
import { gateFor, stepIn } from '~/gates/door.server'
import { milliOf, wholeOf } from '~/gates/measuring/numbers'
import { beginningOf } from '~/gates/writing/beginning'
import { CriteriaPage } from '~/gates/writing/criteria-page'
import type { CriteriaRefusal } from '~/gates/writing/criterion'
import { criterionForm, removalForm, voteForm } from '~/gates/writing/form'
import {
  findProposed,
  proposeCriteria,
  removeCriterion,
  type Writer,
  writeCriterion,
} from '~/gates/writing/store.server'
import { criteriaInWords } from '~/gates/writing/wording'
import type { FormFailure } from '~/ui/form-problems'
import { parseForm } from '~/ui/parse-form.server'

/** The bars of a step, for everybody to read and for members to write. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate, may, t, today } = await gateFor(request, params.gateId)
  const asked = new URL(request.url).searchParams
  const step = stepIn(gate, asked.get('step'))
  const found = step.frozenOn === null ? await findProposed(gate, step.version) : undefined
  return {
    ...{ gate, version: step.version, mayWrite: may.write, earliest: addDays(today, 1) },
    proposal: found && { id: found.id, isVoting: found.state !== 'discussion' },
    begin: beginningOf(step, { change: asked.get('change'), template: asked.get('template') }, t),
    title: `${t('gates.writing.title', { pct: step.targetPct })} · ${t('shell.name')}`,
  }
}

/** Writes, changes or takes away a bar, or puts all of them to the vote. */
export async function action({ request, params }: ActionFunctionArgs) {
  const door = await gateFor(request, params.gateId)
  if (!door.may.write) throw new Response(null, { status: 403 })
  const outcome = await actOnCriteria(request, door)
  if ('to' in outcome) return redirect(outcome.to)
  return data(outcome, 'refused' in outcome ? 409 : 422)
}

type Door = Awaited<ReturnType<typeof gateFor>>
type Outcome = { to: string } | { write?: FormFailure; vote?: FormFailure; refused?: CriteriaRefusal }

const deedForm = z.object({ deed: z.enum(['write', 'remove', 'vote']) })

const writerOf = ({ person, t, language }: Door): Writer => ({
  personId: person.id,
  inWords: criteria => criteriaInWords(criteria, t, language),
})
const placeOf = ({ gate }: Door, version: string) => ({ gateId: gate.id, version: stepIn(gate, version).version })

/** Does what a form of the page of criteria asks. */
async function actOnCriteria(request: Request, door: Door): Promise<Outcome> {
  const asked = await parseForm(request.clone(), deedForm)
  if (!asked.ok) return { write: asked }
  if (asked.data.deed === 'vote') return putToVote(request, door)
  return asked.data.deed === 'remove' ? remove(request, door) : write(request, door)
}

const pageOf = ({ gateId, version }: { gateId: string; version: number }) =>
  `/app/gates/${gateId}/criteria?step=${version}`

async function write(request: Request, door: Door): Promise<Outcome> {
  const form = await parseForm(request, criterionForm)
  if (!form.ok) return { write: form }
  const { version, number, seen, threshold, minimumVolume, ...words } = form.data
  const said = { ...words, thresholdMilli: milliOf(threshold)!, minimumVolume: wholeOf(minimumVolume)! }
  const meant = number === undefined ? {} : { number: Number(number), seen }
  const place = placeOf(door, version)
  const decision = await writeCriterion(place, { ...said, ...meant }, writerOf(door), door.at)
  if (decision.ok) return { to: pageOf(place) }
  const values = form.data as Record<string, string>
  return { refused: decision.because, write: { ok: false, problems: {}, values } }
}

async function remove(request: Request, door: Door): Promise<Outcome> {
  const form = await parseForm(request, removalForm)
  if (!form.ok) return { write: form }
  const { version, number, seen } = form.data
  const place = placeOf(door, version)
  const decision = await removeCriterion(place, { number: Number(number), seen }, writerOf(door), door.at)
  return decision.ok ? { to: pageOf(place) } : { refused: decision.because }
}

async function putToVote(request: Request, door: Door): Promise<Outcome> {
  const form = await parseForm(request, voteForm)
  if (!form.ok) return { vote: form }
  const { gate, t, at } = door
  const step = stepIn(gate, form.data.version)
  const { measuringFrom } = form.data
  const title = t('gates.writing.proposal', { pct: step.targetPct, gate: gate.name })
  const place = placeOf(door, form.data.version)
  const decision = await proposeCriteria(place, { title, measuringFrom }, writerOf(door), at)
  if (decision.ok) return { to: `/app/proposals/${decision.value.id}` }
  if (decision.because === 'alreadyProposed') return { to: `/app/proposals/${decision.id}` }
  return { refused: decision.because, vote: { ok: false, problems: {}, values: form.data } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Criteria() {
  const { refused, ...answer } = useActionData<typeof action>() ?? {}
  return <CriteriaPage {...useLoaderData<typeof loader>()} refused={refused} answer={answer} />
}
