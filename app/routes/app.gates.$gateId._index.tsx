import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deedsOf } from '~/gates/deeds'
import { gateFor, requirementsOf, stepIn } from '~/gates/door.server'
import { GatePage } from '~/gates/gate-page'
import { historyOf } from '~/gates/history.server'
import { findProposed } from '~/gates/writing/store.server'

/** One gate, at the step that the address names or at the one that people work on, for everybody who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate, may, today, t } = await gateFor(request, params.gateId)
  const step = stepIn(gate, new URL(request.url).searchParams.get('step'))
  const proposal = step.frozenOn === null ? await findProposed(gate, step.version) : undefined
  return {
    ...{ gate, version: step.version, proposalId: proposal?.id },
    deeds: deedsOf({ gate, step, may, today, isProposed: proposal !== undefined }),
    requirements: await requirementsOf(gate),
    history: await historyOf(gate),
    title: `${gate.name} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneGate() {
  return <GatePage {...useLoaderData<typeof loader>()} />
}
