import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { CardsPage } from '~/readiness/cards/page'

/** Everyone who works here may use the cards. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request, await requirePerson(request)))
  return { title: `${t('readiness.cards.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Cards() {
  return <CardsPage />
}
