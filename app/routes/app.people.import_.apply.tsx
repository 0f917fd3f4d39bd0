import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { staffConfirmForm } from '~/people/form'
import { staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { differenceOf } from '~/people/staff/difference'
import { StaffImportPage } from '~/people/staff/import-page'
import { applyStaffFile, previewStaffFile } from '~/people/staff/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** Asked for by itself, this is the page where a list is chosen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, staffKeepers)
  const t = translatorOn(await languageOf(request, person))
  return { title: `${t('people.import.title')} · ${t('shell.name')}` }
}

/** Applies a list that was looked at; when it may not be, shows the difference as it is now. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, staffKeepers)
  const form = await parseForm(request, staffConfirmForm)
  if (!form.ok) return redirect('/app/people/import')
  const { text, version, manyMayLeave } = form.data
  const decision = await applyStaffFile(text, { version, manyMayLeave: manyMayLeave === 'yes' }, new Date())
  if (decision.ok) return redirect('/app/people?applied')
  const difference = differenceOf(await previewStaffFile(text))
  return data({ looked: { text, difference, refused: decision.because } }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ApplyStaffList() {
  return <StaffImportPage looked={useActionData<typeof action>()?.looked} failed={undefined} />
}
