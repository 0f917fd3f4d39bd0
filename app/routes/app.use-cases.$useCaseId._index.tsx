import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPct } from '~/gates/rules'
import { caseFor } from '~/gates/use-cases/door.server'
import { factsOf } from '~/gates/use-cases/facts.server'
import { gatesOf } from '~/gates/use-cases/proving.server'
import { signalsOf } from '~/gates/use-cases/signals'
import { notBeforeOf } from '~/gates/use-cases/store.server'
import { tasksOf } from '~/gates/use-cases/tasks.server'
import { UseCasePage } from '~/gates/use-cases/use-case-page'

/** One use case, for everybody who works here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { useCase, may, today, t } = await caseFor(request, params.useCaseId)
  const gates = await gatesOf(useCase.id)
  return {
    ...{ useCase, may },
    signals: signalsOf(await factsOf(useCase, gates, today), today),
    tasks: await tasksOf(useCase.id, today),
    gates: gates.map(gate => ({ id: gate.id, name: gate.name, pct: openPct(gate) })),
    notBefore: await notBeforeOf(useCase, today),
    title: `${useCase.name} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneUseCase() {
  return <UseCasePage {...useLoaderData<typeof loader>()} />
}
