import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { caseFor } from '~/gates/use-cases/door.server'
import { RetroPage } from '~/gates/use-cases/retro-page'

/** The sheet for looking back together, for everybody who works here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { useCase, t } = await caseFor(request, params.useCaseId)
  return { useCase: { id: useCase.id, name: useCase.name }, title: `${t('phases.retro.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Retro() {
  return <RetroPage {...useLoaderData<typeof loader>()} />
}
