import { chooseLanguage } from '../../app/language/choice'
import en from '../../app/language/en/shell.json'
import fr from '../../app/language/fr/shell.json'
import nl from '../../app/language/nl/shell.json'

const words = { nl: nl.error, en: en.error, fr: fr.error }

type Said = 'tooLargeText' | 'foreignOriginText' | 'notFoundText' | 'faultText'

/** Stable codes that programs may rely on. */
const codes = {
  tooLargeText: 'too_large',
  foreignOriginText: 'foreign_origin',
  notFoundText: 'not_found',
  faultText: 'fault',
} as const

/** Answers before any page could: a sentence in the reader's language, as JSON for programs. */
export function answerInWords(request: Request, status: number, what: Said, reference = ''): Response {
  const language = chooseLanguage(null, null, request.headers.get('accept-language'))
  const message = words[language][what].replace('{{reference}}', reference)
  const headers = { 'content-language': language, 'cache-control': 'no-store' }
  if (/json/.test(request.headers.get('accept') ?? request.headers.get('content-type') ?? ''))
    return Response.json({ error: { code: codes[what], message } }, { status, headers })
  return new Response(`${message}\n`, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
}
