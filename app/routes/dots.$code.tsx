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
import { findJoined, recordDots, wasThere } from '~/readiness/exercise/sessions.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where everybody in the room gives dots; nobody signs in, and a code that leads nowhere counts as a guess. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [code, at] = [params.code!, new Date()]
  const t = translatorOn(await languageOf(request))
  const title = t('readiness.exercise.give.title')
  const mark = markOf(request, code)
  const waitSeconds = waitBefore(mark, context.sourceKey, at)
  if (waitSeconds > 0) return data({ joined: null, waitSeconds, title }, { status: 429, headers: noStore })
  const joined = findJoined(code, mark, at)
  if (!joined) {
    if (!wasThere(code, at)) countWrongCode(context.sourceKey, at)
    return data({ joined: null, waitSeconds: 0, title }, { status: 404, headers: noStore })
  }
  const cookie = mark || joined.outcome ? undefined : { 'Set-Cookie': newMark(code) }
  return data({ joined, waitSeconds: 0, title }, { headers: { ...noStore, ...cookie } })
}

/** Counts three dots. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const [code, at] = [params.code!, new Date()]
  const mark = markOf(request, code)
  const waitSeconds = waitBefore(mark, context.sourceKey, at)
  if (waitSeconds > 0) return data({ waitSeconds }, 429)
  const form = await parseForm(request, dotsForm)
  if (!form.ok) return data({ wrongDots: true, kept: keptOf(form.values.dots) }, 422)
  const decision = recordDots(code, form.data.dots, mark, at)
  if (decision.ok) return redirect(hereOf(request.url))
  if (decision.because === 'exerciseGone' && !wasThere(code, at)) countWrongCode(context.sourceKey, at)
  return data({ refused: decision.because, kept: form.data.dots }, 409)
}

/** Whoever holds a mark of this exercise guesses nothing, whatever a neighbour on the same network does. */
const waitBefore = (mark: string | undefined, sourceKey: string, at: Date) => (mark ? 0 : waitForCode(sourceKey, at))

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
  if (answer && 'waitSeconds' in answer) return <GonePage waitSeconds={answer.waitSeconds} />
  return joined ? <GivePage {...joined} answer={answer} /> : <GonePage waitSeconds={waitSeconds} />
}
