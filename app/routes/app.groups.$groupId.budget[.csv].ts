import type { LoaderFunctionArgs } from '@remix-run/node'
import { groupAtTill } from '~/workgroups/budget/door.server'
import { bookingsCsv } from '~/workgroups/budget/files'
import { allBookings } from '~/workgroups/budget/store.server'

/** Every booking of a group for spreadsheets, for who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group } = await groupAtTill(request, params.groupId)
  return new Response(bookingsCsv(await allBookings(group.id)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="inspraak-budget-${group.id}.csv"`,
    },
  })
}
