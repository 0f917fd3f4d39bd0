import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { lineForm, removeForm } from '~/conversations/board/form'
import { LineGonePage, LinePage } from '~/conversations/board/line-page'
import { boardWriters, type LineWords, writeLine } from '~/conversations/board/rules'
import { changeLine, findLine, removeLine } from '~/conversations/board/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a line of the board is changed or taken off; once it is gone, what somebody wrote is still there to copy. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, boardWriters)
  const line = await findLine(params.lineId!)
  const t = translatorOn(await languageOf(request, person))
  return data({ line, title: `${t('board.changeTitle')} · ${t('shell.name')}` }, line ? 200 : 404)
}

/** Shows the new words as staff will read them; only `publish` changes the board, and only `remove` takes the line off. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, boardWriters)
  const lineId = params.lineId!
  const removing = await parseForm(request.clone(), removeForm)
  if (removing.ok) return answered(await removeLine(lineId, removing.data.seen))
  const form = await parseForm(request, lineForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, seen, ...said } = form.data
  const today = dayIn(config.timeZone, new Date())
  if (step === 'publish') return answered(await changeLine(lineId, seen, said, today), said)
  const decision = writeLine(said, today)
  return decision.ok ? data({ step, said }) : data({ said, refused: decision.because }, 409)
}

type Decided = Awaited<ReturnType<typeof changeLine>> | Awaited<ReturnType<typeof removeLine>>

const answered = (decision: Decided, said?: LineWords) =>
  decision.ok ? redirect('/app/board') : data({ said, refused: decision.because }, 409)

/** Also after a refusal the line is read anew: whoever was late must see what stands there now. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChangeLine() {
  const { line } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return line ? (
    <LinePage line={line} answer={answer} />
  ) : (
    <LineGonePage said={answer && 'said' in answer ? answer.said : undefined} />
  )
}
