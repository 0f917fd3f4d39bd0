import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { forgetOffline } from './conversations/guides/offline.client'
import { languageOf } from './language/language.server'
import { useWords } from './language/words'
import { erasedNow } from './ledger/erasures/redacting.server'
import { findPerson } from './people/session.server'
import { type TokenErrand, tokenErrands } from './pulses/issuing.server'
import { ErrorPage } from './ui/error-page'
import { usePageFacts } from './ui/page-facts'
import { Shell } from './ui/shell'
import style from './ui/style.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: style },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** What every page needs: who reads, in which language, which words were erased, and whether a ballot token is still to be drawn. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await findPerson(request)
  const language = await languageOf(request, person)
  const reader = person && { name: person.givenName, roles: person.roles }
  return { language, reader, erased: await erasedNow(), errands: person ? await tokenErrands(person.id) : [] }
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useWords()
  const { nonce, reference } = usePageFacts()
  const errands = useRouteLoaderData<typeof loader>('root')?.errands ?? []
  return (
    <html lang={language} data-reference={reference} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {errands.length > 0 && <TokenErrands errands={errands} />}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** Sends the browser to draw its tokens, out of the way of the page itself. */
function TokenErrands({ errands }: { errands: TokenErrand[] }) {
  const { nonce } = usePageFacts()
  return (
    <>
      <script
        type="application/json"
        id="token-errand"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, made safe for a script element
        dangerouslySetInnerHTML={{ __html: safe(errands) }}
      />
      <script type="module" src="/token.js" nonce={nonce} suppressHydrationWarning />
    </>
  )
}

export default function App() {
  const data = useRouteLoaderData<typeof loader>('root')
  const isNobody = data !== undefined && !data.reader
  // Whoever signed out leaves no cards behind on a device that others may use.
  useEffect(() => {
    if (isNobody) forgetOffline()
  }, [isNobody])
  return (
    <Shell reader={data?.reader ?? null}>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <Shell reader={data?.reader ?? null}>
      <ErrorPage />
    </Shell>
  )
}

/** Writes JSON so that no text in it can end the script element it stands in. */
const safe = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
