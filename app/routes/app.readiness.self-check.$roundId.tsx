import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, type Person } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import type { LineAnswer } from '~/readiness/self-check/draft'
import { selfCheckForm } from '~/readiness/self-check/form'
import { SelfCheckPage } from '~/readiness/self-check/page'
import {
  type HandInRefusal,
  selfCheckParts,
  selfCheckSigners,
  selfCheckWriters,
  writeSelfCheck,
} from '~/readiness/self-check/rules'
import { findSelfCheck } from '~/readiness/self-check/store.server'
import { recordHandedIn, saveLine } from '~/readiness/self-check/writing.server'
import { parseForm } from '~/ui/parse-form.server'

/** Those who write for management read here what stands there so far. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, selfCheckWriters)
  const check = await findSelfCheck(params.roundId!)
  if (!check) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  return {
    check,
    mayWrite: writeSelfCheck({ ...check.round, isHandedIn: check.handedInOn !== undefined }).ok,
    maySign: hasRole(person, selfCheckSigners),
    title: `${t('readiness.selfCheck.title', { number: check.round.number })} · ${t('shell.name')}`,
  }
}

type Answer = { isPreview: boolean; tried?: LineAnswer; refused?: HandInRefusal }

/** Keeps one line, shows all of them as their readers will see them, or hands them in for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, selfCheckWriters)
  const form = await parseForm(request, selfCheckForm)
  if (!form.ok) return data<Answer>({ isPreview: false }, 422)
  if (form.data.step === 'save') return saved(await keepLine(params.roundId!, form.data, person))
  if (form.data.step !== 'handIn') return data<Answer>({ isPreview: form.data.step === 'preview' })
  return handedIn(params.roundId!, form.data.seen, await requireRole(request, selfCheckSigners))
}

type LineSent = Extract<ReturnType<typeof selfCheckForm.parse>, { step: 'save' }>

async function keepLine(roundId: string, sent: LineSent, person: Person): Promise<LineAnswer> {
  const { item, answer, expectation } = sent
  const mine = { answer, expectation }
  const seen = { answer: sent.seenAnswer, expectation: sent.seenExpectation }
  const decision = await saveLine(roundId, { itemId: item, seen, mine }, person)
  if (decision.ok) return { item, kept: decision.value }
  if (decision.because === 'noSuchRound') throw new Response(null, { status: 404 })
  if (decision.because !== 'changedMeanwhile') return { item, mine, refused: decision.because }
  const now = await findSelfCheck(roundId)
  const stored = now?.written[item] ?? {}
  const others = selfCheckParts.filter(part => stored[part] !== seen[part])
  const by = others.map(part => now?.changedBy[item]?.[part]).at(0) ?? ''
  return { item, mine, clash: { stored, by } }
}

const saved = (tried: LineAnswer) =>
  data<Answer>({ isPreview: false, tried, refused: tried.refused }, tried.kept ? 200 : 409)

/** Pressing twice is harmless: what is handed in stays as it is. */
async function handedIn(roundId: string, seen: string, by: Person) {
  const decision = await recordHandedIn(roundId, seen, { by, at: new Date() })
  if (decision.ok) return redirect(`/app/readiness/self-check/${roundId}`)
  if (decision.because === 'noSuchRound') throw new Response(null, { status: 404 })
  return data<Answer>({ isPreview: true, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SelfCheck() {
  const answer = useActionData<typeof action>()
  return <SelfCheckPage {...useLoaderData<typeof loader>()} isPreview={false} {...answer} />
}
