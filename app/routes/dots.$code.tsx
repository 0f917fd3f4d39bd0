import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { type Voice, voices } from '~/readiness/cards/rules'
import { countWrongCode, waitForCode } from '~/readiness/exercise/brake.server'
import { dotsForm } from '~/readiness/exercise/form'
import { GivePage } from '~/readiness/exercise/give-page'
import { GonePage } from '~/readiness/exercise/gone-page'
import { markOf, newMark } from '~/readiness/exercise/mark.server'
import { findJoined, recordDots } from '~/readiness/exercise/sessions.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where everybody in the room gives dots; nobody signs in, and a code that leads nowhere counts as a guess. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [code, at] = [params.code!, new Date()]
  const t = translatorOn(await languageOf(request))
  const title = t('readiness.exercise.give.title')
  const waitSeconds = waitForCode(context.sourceKey, at)
  if (waitSeconds > 0) return data({ joined: null, waitSeconds, title }, { status: 429, headers: noStore })
  const mark = markOf(request)
  const joined = findJoined(code, mark, at)
  if (!joined) {
    countWrongCode(context.sourceKey, at)
    return data({ joined: null, waitSeconds: 0, title }, { status: 404, headers: noStore })
  }
  const cookie = mark || joined.outcome ? undefined : { 'Set-Cookie': newMark(code) }
  return data({ joined, waitSeconds: 0, title }, { headers: { ...noStore, ...cookie } })
}

/** Counts three dots. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = new Date()
  if (waitForCode(context.sourceKey, at) > 0) return data({ refused: 'exerciseGone' as const }, 429)
  const form = await parseForm(request, dotsForm)
  if (!form.ok) return data({ wrongDots: true, kept: keptOf(form.values.dots) }, 422)
  const decision = recordDots(params.code!, form.data.dots, markOf(request), at)
  if (decision.ok) return redirect(hereOf(request.url))
  if (decision.because === 'exerciseGone') countWrongCode(context.sourceKey, at)
  return data({ refused: decision.because, kept: form.data.dots }, 409)
}

const hereOf = (url: string) => {
  const { pathname, search } = new URL(url)
  return pathname + search
}
const noStore = { 'Cache-Control': 'no-store' }
const keptOf = (sent: string | string[] | undefined): Voice[] =>
  [sent ?? []].flat().flatMap(one => voices.find(voice => voice === one) ?? [])

export const headers = () => noStore

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GiveDots() {
  const { joined, waitSeconds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return joined ? <GivePage {...joined} answer={answer} /> : <GonePage waitSeconds={waitSeconds} />
}
