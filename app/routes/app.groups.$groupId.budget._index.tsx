import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetPage } from '~/workgroups/budget/budget-page'
import { groupAtTill } from '~/workgroups/budget/door.server'
import { paceOf } from '~/workgroups/budget/pace.server'
import { budgetOf, listBookings, waitingExpenses } from '~/workgroups/budget/store.server'

/** How the money of a group stands, for who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, may, today, t } = await groupAtTill(request, params.groupId)
  const budget = await budgetOf(group.id)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const [pace, waiting] = [await paceOf(group.id, budget.leftCents, today), await waitingExpenses(group.id)]
  const title = `${t('budget.title')} · ${group.name} · ${t('shell.name')}`
  return { group, may, budget, ...pace, waiting, list: await listBookings(group.id, page), title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Budget() {
  return <BudgetPage {...useLoaderData<typeof loader>()} />
}
