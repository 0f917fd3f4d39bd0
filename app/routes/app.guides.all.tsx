import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { AllGuidesDocument } from '~/conversations/guides/all-page'
import { guideWords } from '~/conversations/guides/words.server'
import { catalogues } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { WordsProvider } from '~/language/words'
import { requirePerson } from '~/people/session.server'
import style from '~/ui/style.css?url'

/** All guides on one plain page: a document of its own, so that what a phone keeps of it names nobody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = await languageOf(request, await requirePerson(request))
  const page = renderToStaticMarkup(
    <WordsProvider language={language} catalogue={catalogues[language]}>
      <AllGuidesDocument words={guideWords[language]} style={style} />
    </WordsProvider>,
  )
  return new Response(`<!doctype html>${page}`, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
