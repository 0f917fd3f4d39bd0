import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UseCasesPage } from '~/gates/use-cases/index-page'
import { useCaseMakers } from '~/gates/use-cases/rules'
import { listUseCases, openGroups, todayHere } from '~/gates/use-cases/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** Everybody who works here reads how far each use case is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return {
    useCases: await listUseCases(todayHere(new Date())),
    mayBegin: hasRole(person, useCaseMakers),
    hasGroups: (await openGroups()).length > 0,
    title: `${t('phases.index.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function UseCases() {
  return <UseCasesPage {...useLoaderData<typeof loader>()} />
}
