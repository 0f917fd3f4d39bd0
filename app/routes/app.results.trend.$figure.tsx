import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { measurementsOf } from '~/pulses/results/over-time/past.server'
import { trendOf } from '~/pulses/results/over-time/trend'
import { TrendPage } from '~/pulses/results/over-time/trend-page'

/** Everyone who works here may read how a figure went; one that was never published does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const trend = trendOf(params.figure!, await measurementsOf(params.figure!))
  if (!trend) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  return { trend, title: `${trend.text[language]} · ${translatorOn(language)('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function FigureOverTime() {
  return <TrendPage {...useLoaderData<typeof loader>()} />
}
