import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor } from '~/gates/door.server'
import { stepAsked } from '~/gates/measuring/shown.server'
import { judgementsIn, verdictForm } from '~/gates/verdicts/form'
import { judgeStep, titleOf, verdictInWords, verdictsOn } from '~/gates/verdicts/rules'
import { VerdictPage } from '~/gates/verdicts/verdict-page'
import { parseForm } from '~/ui/parse-form.server'
import { listProposals } from '~/workgroups/votes/store.server'
import { propose } from '~/workgroups/votes/voting.server'

/** A gate and its step, with who asks; 404 where there is none. */
async function doorOf(request: Request, gateId: string | undefined) {
  const door = await gateFor(request, gateId)
  const step = stepAsked(door.gate, request)
  if (!step) throw new Response(null, { status: 404 })
  return { ...door, step, judging: judgeStep(step, door.today) }
}

/** What the group found of a step, for everybody who is signed in; a member proposes a verdict here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate, step, judging, may, t } = await doorOf(request, params.gateId)
  const { version, targetPct, criteria, measurements } = step
  const shown = {
    gate: { id: gate.id, name: gate.name },
    step: { version, targetPct, criteria, measurements },
    verdicts: verdictsOn({ gateId: gate.id, version }, criteria, await listProposals(gate.workgroupId)),
    isMember: may.write,
    held: judging.ok ? undefined : judging.because,
  }
  return { shown, title: `${t('gates.verdict.title')} · ${gate.name} · ${t('shell.name')}` }
}

/** Puts a verdict before the group; what it says counts once the group adopted it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, gate, step, judging, may, t, at } = await doorOf(request, params.gateId)
  if (!may.write) return data({ refused: 'notAMember' as const }, 403)
  const numbers = step.criteria.map(({ number }) => number)
  const form = await parseForm(request, verdictForm(numbers))
  if (!form.ok) return data({ failed: form }, 422)
  const failed = { ok: false as const, problems: {}, values: form.data }
  if (!judging.ok) return data({ refused: judging.because, failed }, 409)
  const judgements = judgementsIn(numbers, form.data)
  const said = {
    subject: 'verdict' as const,
    title: titleOf(gate.name, step, t),
    words: verdictInWords(step.criteria, { judgements, words: form.data.words }, t),
    about: { gateId: gate.id, version: step.version },
    detail: { judgements },
  }
  const decision = await propose(gate.workgroupId, said, person.id, at)
  if (decision.ok) return redirect(`/app/proposals/${decision.value.id}`)
  // A second click, or a colleague who was faster: the way to what is proposed already.
  if (decision.because === 'alreadyProposed') return redirect(`/app/proposals/${decision.id}`)
  if (decision.because === 'noSuchGroup') throw new Response(null, { status: 404 })
  return data({ refused: decision.because, failed }, 403)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Verdict() {
  return <VerdictPage shown={useLoaderData<typeof loader>().shown} answer={useActionData<typeof action>()} />
}
