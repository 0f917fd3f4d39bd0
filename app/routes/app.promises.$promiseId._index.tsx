import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ErasureLink } from '~/ledger/erasures/erased-words'
import { erasureAskers, erasureReaders } from '~/ledger/erasures/redaction'
import { hasRole, promisers, roles } from '~/people/rules'
import { PromiseActs } from '~/promises/acts'
import { fixedBecause } from '~/promises/amending'
import { differencesOf } from '~/promises/difference'
import { promiseFor } from '~/promises/door.server'
import { PromisePage } from '~/promises/promise-page'
import { movesOpenTo, sideOf } from '~/promises/rules'
import { askingOpenTo } from '~/promises/verdict'
import { staffQuestions } from '~/promises/verdict-reading.server'

/** One promise for who is signed in, with what they may do with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, promise, t, today } = await promiseFor(request, params.promiseId, roles)
  const questions = await staffQuestions(promise)
  const asking = askingOpenTo(promise, questions, person)
  const acts = {
    moves: movesOpenTo(promise, person, today),
    mayAmend: !fixedBecause(promise, today) && hasRole(person, promisers),
    mayShow: sideOf(person) !== undefined,
    asking: asking.ok ? asking.value : undefined,
  }
  const shown = { promise, questions, differences: differencesOf(promise.first, promise.now) }
  const erasing = { mayAsk: hasRole(person, erasureAskers), mayRead: hasRole(person, erasureReaders) }
  return { shown, acts, erasing, title: `${t('promises.name', { id: promise.id })} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OnePromiseInside() {
  const { shown, acts, erasing } = useLoaderData<typeof loader>()
  return (
    <PromisePage {...shown} home="/app/promises">
      <PromiseActs id={shown.promise.id} {...acts} />
      <ErasureLink id={shown.promise.id} {...erasing} />
    </PromisePage>
  )
}
