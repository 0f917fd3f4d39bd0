import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileSent, sealFile } from '~/promises/evidence/sealing.server'
import { parseForm } from '~/ui/parse-form.server'
import { typedAs } from '~/workgroups/budget/amounts'
import { applyExpenses } from '~/workgroups/budget/applying.server'
import { recordBooking } from '~/workgroups/budget/booking.server'
import { BookingPage } from '~/workgroups/budget/booking-page'
import { tillFor } from '~/workgroups/budget/door.server'
import { bookingForm } from '~/workgroups/budget/form'

/** Room for one deed at the till, for whose money it is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, deed, original, budget, decisions, t } = await tillFor(request, params)
  const title = `${t(`budget.deed.${deed}.title`)} · ${group.name} · ${t('shell.name')}`
  return { group, deed, original, budget, decisions, title }
}

/** Shows what the booking will do; only `publish` books it, once and for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, group, deed, original, language } = await tillFor(request, params)
  const form = await parseForm(request, bookingForm(deed, language))
  if (!form.ok) return data({ failed: form }, 422)
  const { step, what, seen, decision = '', amount: cents = 0 } = form.data
  const amount = cents > 0 ? typedAs(cents, language) : ''
  const typed = { ok: false as const, problems: {}, values: { amount, decision, what } }
  if (step === 'write') return data({ failed: typed })
  const sent = deed === 'expense' ? await fileSent(form.data) : undefined
  if (sent && !sent.ok) return data({ failed: typed, fileRefused: sent.because }, 422)
  const file = sent?.value
  const looked = { amount, cents, decision, what, file: file && sealFile(file) }
  if (step === 'preview') return data({ looked })
  const asked = original
    ? ({ kind: 'correction', corrects: original.number } as const)
    : ({ kind: deed as Exclude<typeof deed, 'correction'>, cents, proposalId: decision || undefined } as const)
  const at = new Date()
  const booking = await recordBooking(group.id, { asked, what, seen, file }, person, at)
  if (!booking.ok) return data({ failed: typed, refused: booking.because }, 409)
  // Money that came in, or was let go, may be what a decision waits for.
  await applyExpenses(at)
  return redirect(`/app/groups/${group.id}/budget`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AtTheTill() {
  return <BookingPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
