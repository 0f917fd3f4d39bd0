import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { CosignPage } from '~/ledger/cosigning/page'
import { witnessKeepers } from '~/ledger/witness'
import { cosignaturesByKey, cosigningFacts } from '~/ledger/witnesses/overview.server'
import { presentWitnesses } from '~/ledger/witnesses/store.server'
import { requireRole } from '~/people/session.server'

/** Where a witness checks the whole ledger and signs along. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, witnessKeepers)
  const t = translatorOn(await languageOf(request, person))
  const keys = (await presentWitnesses()).map(({ key }) => key)
  const signedBefore = await cosignaturesByKey()
  const title = `${t('witness.cosign.title')} · ${t('shell.name')}`
  const today = dayIn(config.timeZone, new Date())
  return { standing: await cosigningFacts(), keys, signedBefore, today, title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Cosign() {
  return <CosignPage {...useLoaderData<typeof loader>()} />
}
