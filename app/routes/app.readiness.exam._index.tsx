import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { ExamPage } from '~/readiness/exam/page'
import { examShown } from '~/readiness/exam/store.server'

/** Everyone who works here reads what was answered in public. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return { parts: await examShown(person), title: `${t('readiness.exam.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Exam() {
  return <ExamPage parts={useLoaderData<typeof loader>().parts} />
}
