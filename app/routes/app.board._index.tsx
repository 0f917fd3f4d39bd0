import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { BoardPage } from '~/conversations/board/board-page'
import { boardWriters } from '~/conversations/board/rules'
import { findBoard } from '~/conversations/board/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** Everyone who works here reads what management knows, does not know yet and may not say. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return {
    board: await findBoard(dayIn(config.timeZone, new Date())),
    mayWrite: hasRole(person, boardWriters),
    title: `${t('board.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Board() {
  const { board, mayWrite } = useLoaderData<typeof loader>()
  return <BoardPage board={board} mayWrite={mayWrite} />
}
