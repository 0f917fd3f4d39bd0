import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { longestReply, repliers, replySides, replyTo, sidesOf } from '~/pulses/comments/replies'
import { findAnswerable, recordReply } from '~/pulses/comments/replies.server'
import { ReplyPage } from '~/pulses/comments/replies-page'
import { parseForm } from '~/ui/parse-form.server'

/** An answer to a comment. Line ends are counted once, however the browser sends them. */
const replyForm = z.object({
  side: z.enum(replySides),
  body: z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(longestReply),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})

/** One comment that everybody can read, for who answers it on behalf of management or the works council. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, repliers)
  const found = await findAnswerable(params.roundId!, params.commentId!, person)
  if (!found) throw new Response(null, { status: 404 })
  const own = sidesOf(person)
  const asked = new URL(request.url).searchParams.get('side')
  const side = own.find(one => one === asked) ?? own[0]!
  const decision = replyTo({ isReadable: true, replies: found.replies }, side, person)
  const t = translatorOn(await languageOf(request, person))
  const title = `${t(`comments.reply.as.${side}`)} · ${t('shell.name')}`
  const { round, comment } = found
  return { round, comment, side, refused: decision.ok ? undefined : decision.because, title }
}

/** Shows the answer, back to its writer or as everybody will read it; only `publish` records it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, repliers)
  const form = await parseForm(request, replyForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, side, body } = form.data
  if (step !== 'publish') return data({ step, side, body })
  const answer = { commentId: params.commentId!, side, body }
  const decision = await recordReply(params.roundId!, answer, person, new Date())
  if (decision.ok) return redirect(`/app/results/${params.roundId}#c-${params.commentId}`)
  if (decision.because === 'noSuchComment') throw new Response(null, { status: 404 })
  return data({ step, body, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Answer() {
  return <ReplyPage step="write" {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
