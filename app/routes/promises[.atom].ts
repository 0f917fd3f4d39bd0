import type { LoaderFunctionArgs } from '@remix-run/node'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { latestSteps } from '~/promises/finding.server'
import { promisesAtom } from '~/promises/formats'
import { todayHere } from '~/promises/store.server'
import { requireOpenFile } from '~/promises/visibility.server'

/** The latest steps of all promises, for who wants to be told. */
export async function loader({ request }: LoaderFunctionArgs) {
  requireOpenFile(request)
  const t = translatorOn(await languageOf(request))
  const feed = promisesAtom(await latestSteps(todayHere(new Date())), config.origin, {
    title: `${t('promises.title')} · ${t('shell.name')}`,
    subtitle: t('promises.feed.subtitle'),
    eventOf: ({ kind, status }) => (kind === 'moved' ? t(`promises.status.${status}`) : t(`promises.event.${kind}`)),
  })
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
