import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { BlankingPage } from '~/pulses/comments/blanking-page'
import { requireConfidant } from '~/pulses/comments/confidants.server'
import { findHeld, previewBlanks, recordBlanks, releaseComments } from '~/pulses/comments/holds.server'
import { parseForm } from '~/ui/parse-form.server'

const several = z.union([z.string(), z.array(z.string())]).optional()
const isNumber = (text: string) => /^\d{1,3}$/.test(text)

/** Which words of a comment a confidant marked, as numbers; never a text. `step` is what is asked of the page. */
const blankForm = z.object({
  step: z.enum(['preview', 'blank', 'release']),
  comment: z.string().max(64).default(''),
  version: z.string().max(64).default(''),
  word: several.transform(words => [words ?? []].flat().filter(isNumber).map(Number)),
})

/** The comments that wait, for a confidant only; once they are released they stand with the result. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireConfidant(request)
  const held = await findHeld(params.roundId!)
  if (!held) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  const chosen = new URL(request.url).searchParams.get('comment') ?? undefined
  return {
    ...held,
    chosen,
    title: `${t('comments.blanking.title', { number: held.round.number })} · ${t('shell.name')}`,
  }
}

/** Shows a comment without the marked words, takes them out, or releases all comments. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireConfidant(request)
  const form = await parseForm(request, blankForm)
  if (!form.ok) return data({}, 422)
  const roundId = params.roundId!
  const { step, comment, version, word: words } = form.data
  if (step === 'release') {
    const released = await releaseComments(roundId, new Date())
    if (!released.ok && released.because === 'noHold') throw new Response(null, { status: 404 })
    return redirect(`/app/results/${roundId}`)
  }
  const marked = { comment, version, words }
  const decision = await (step === 'blank' ? recordBlanks : previewBlanks)(roundId, marked)
  if (!decision.ok) return data({ refused: decision.because }, 409)
  if (step === 'blank') return redirect(`/app/comments/${roundId}#c-${comment}`)
  return data({ preview: { ...marked, body: decision.value.body } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Blanking() {
  return <BlankingPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
