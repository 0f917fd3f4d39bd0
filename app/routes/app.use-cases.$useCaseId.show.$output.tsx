import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isShownByHand } from '~/gates/phases'
import { caseToWalk } from '~/gates/use-cases/door.server'
import { recordShown } from '~/gates/use-cases/recording.server'
import { ShowPage } from '~/gates/use-cases/show-page'
import { evidenceForm } from '~/promises/evidence/form'
import { noteWith } from '~/promises/evidence/kinds'
import { fileSent, sealFile } from '~/promises/evidence/sealing.server'
import { parseForm } from '~/ui/parse-form.server'

async function outputFor(request: Request, params: { useCaseId?: string; output?: string }) {
  const found = await caseToWalk(request, params.useCaseId)
  const { output = '' } = params
  if (!isShownByHand(found.useCase.phase, output)) throw new Response(null, { status: 404 })
  return { ...found, output }
}

/** Room to show one thing that the phase asks for, and that no data prove. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { useCase, output, t } = await outputFor(request, params)
  const { id, name } = useCase
  return { useCase: { id, name }, output, title: `${t(`phases.output.${output}.name`)} · ${t('shell.name')}` }
}

/** Shows it as everybody will see it, with what is left of the file; only `publish` puts it there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { useCase, output, by } = await outputFor(request.clone(), params)
  const form = await parseForm(request, evidenceForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { step, note, link = '' } = form.data
  const typed = { ok: false as const, problems: {}, values: { note, link } }
  if (step === 'write') return data({ failed: typed })
  const sent = await fileSent(form.data)
  if (!sent.ok) return data({ failed: typed, refused: sent.because }, 422)
  const file = sent.value
  if (step === 'preview') return data({ looked: { note, link, file: file && sealFile(file) } })
  const decision = await recordShown(useCase.id, { output, note: noteWith(note, link), file }, by)
  if (!decision.ok) throw new Response(null, { status: 403 })
  return redirect(`/app/use-cases/${useCase.id}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ShowOutput() {
  return <ShowPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
