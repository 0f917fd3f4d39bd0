import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { lineForm } from '~/conversations/board/form'
import { LinePage } from '~/conversations/board/line-page'
import { boardWriters, writeLine } from '~/conversations/board/rules'
import { addLine } from '~/conversations/board/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where those who answer for the organisation write a line for the board. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, boardWriters)
  const t = translatorOn(await languageOf(request, person))
  return { title: `${t('board.addTitle')} · ${t('shell.name')}` }
}

/** Shows the line as staff will read it; only `publish` puts it on the board. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, boardWriters)
  const form = await parseForm(request, lineForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, seen: _, ...said } = form.data
  const today = dayIn(config.timeZone, new Date())
  const decision = step === 'publish' ? await addLine(said, today) : writeLine(said, today)
  if (!decision.ok) return data({ said, refused: decision.because }, 409)
  return step === 'publish' ? redirect('/app/board') : data({ step, said })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewLine() {
  return <LinePage answer={useActionData<typeof action>()} />
}
