import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { CodePage } from '~/readiness/exercise/gone-page'
import { readCode } from '~/readiness/exercise/rules'

/** For whose camera reads no square: the code from the screen leads to the exercise. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const typed = asked.get('code')
  const code = readCode(typed ?? '')
  const language = asked.get('lang')
  if (code) throw redirect(`/dots/${code}${language ? `?${new URLSearchParams({ lang: language })}` : ''}`)
  const t = translatorOn(await languageOf(request))
  return { isWrong: typed !== null, title: t('readiness.exercise.join') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function JoinExercise() {
  return <CodePage isWrong={useLoaderData<typeof loader>().isWrong} />
}
