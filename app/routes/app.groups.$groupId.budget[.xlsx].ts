import type { LoaderFunctionArgs } from '@remix-run/node'
import { workbookOf } from '~/pulses/results/files/workbook.server'
import { groupAtTill } from '~/workgroups/budget/door.server'
import { bookingsSheets } from '~/workgroups/budget/files'
import { allBookings, budgetOf } from '~/workgroups/budget/store.server'

/** Every booking of a group as a workbook, for who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, t } = await groupAtTill(request, params.groupId)
  const { balances } = await budgetOf(group.id)
  const file = await workbookOf(bookingsSheets(await allBookings(group.id), balances, t))
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="inspraak-budget-${group.id}.xlsx"`,
    },
  })
}
