import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { facilitators } from '~/readiness/exercise/rules'
import { ReadinessIndex } from '~/readiness/index-page'
import { checksFor } from '~/readiness/overview.server'
import { predictors } from '~/readiness/prediction/rules'
import { selfCheckWriters } from '~/readiness/self-check/rules'

/** Everyone who works here may know what the check is, and which rounds ask it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return {
    checks: await checksFor(person),
    may: {
      write: hasRole(person, selfCheckWriters),
      predict: hasRole(person, predictors),
      facilitate: hasRole(person, facilitators),
    },
    title: `${t('readiness.index.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Readiness() {
  return <ReadinessIndex {...useLoaderData<typeof loader>()} />
}
