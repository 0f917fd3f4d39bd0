import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { staffUploadForm } from '~/people/form'
import { staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { differenceOf } from '~/people/staff/difference'
import { StaffImportPage } from '~/people/staff/import-page'
import { lookAtStaffFile } from '~/people/staff/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a staff list is chosen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, staffKeepers)
  const t = translatorOn(await languageOf(request, person))
  return { title: `${t('people.import.title')} · ${t('shell.name')}` }
}

/** Looks at a list and shows what it would change; changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, staffKeepers)
  const form = await parseForm(request, staffUploadForm)
  if (!form.ok) return data({ failed: form, looked: undefined }, 422)
  const { text, preview } = await lookAtStaffFile(await form.data.file.bytes())
  const difference = differenceOf(preview)
  return data({ failed: undefined, looked: { text, difference } }, difference.problemCount > 0 ? 422 : 200)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function StaffImport() {
  const answer = useActionData<typeof action>()
  return <StaffImportPage looked={answer?.looked} failed={answer?.failed} />
}
