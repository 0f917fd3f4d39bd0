import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { talkFigureReaders } from '~/conversations/figures/months'
import { TalkFiguresPage } from '~/conversations/figures/page'
import { nextToTell, toldTo } from '~/conversations/figures/reading.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'

/** How many one-to-ones there are, month by month: of everybody, and of the group that the reader is counted in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, talkFigureReaders)
  const t = translatorOn(await languageOf(request, person))
  return {
    months: await toldTo(person.teamId),
    next: nextToTell(new Date()),
    title: `${t('talkFigures.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function TalkFigures() {
  const { months, next } = useLoaderData<typeof loader>()
  return <TalkFiguresPage months={months} next={next} />
}
