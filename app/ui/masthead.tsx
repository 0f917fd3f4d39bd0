import { Link, NavLink, useLocation } from '@remix-run/react'
import { isAboutTalks } from '~/conversations/landing'
import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import { witnessReaders } from '~/ledger/witness'
import { hasRole, type Role, roundManagers, staffKeepers } from '~/people/rules'

/** Who reads, as far as the frame of a page needs to know. */
export type Reader = { name: string; roles: Role[] }

/** The name of the site; for who is signed in also the menu, for others the way in. */
export function Masthead({ reader }: { reader: Reader | null }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <header className="masthead">
      <div className="masthead-bar">
        <a className="wordmark" href={reader ? '/app/home' : here('/')}>
          {t('shell.name')}
        </a>
        {!reader && <p className="tagline">{t('shell.tagline')}</p>}
        {reader ? <SignedIn name={reader.name} /> : <SignIn to={here('/app/sign-in')} />}
      </div>
      {reader && <Menu reader={reader} />}
    </header>
  )
}

function SignedIn({ name }: { name: string }) {
  const { t } = useWords()
  return (
    <div className="masthead-person">
      <NavLink className="person-link" to="/app/account">
        <span className="only-read-aloud">{t('shell.account')}: </span>
        {name}
      </NavLink>
      <form method="post" action="/app/sign-out">
        <button className="button" data-kind="plain" type="submit">
          {t('shell.signOut')}
        </button>
      </form>
    </div>
  )
}

function SignIn({ to }: { to: string }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  if (pathname === '/app/sign-in') return null
  return (
    <a className="person-link" href={to}>
      {t('shell.signIn')}
    </a>
  )
}

/** Under one word of the menu are pages in several places: cards, talks, agreements, and what is one's own. */
const talks = '/app/conversations'
/** The same for working groups: what they decide, and what they hold open or closed, has addresses of its own. */
const groups = '/app/groups'
const ofGroups = [groups, '/app/proposals', '/app/use-cases', '/app/gates', '/app/vetoes']

function Menu({ reader }: { reader: Reader }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const isHere = (to: string) => {
    if (to === talks) return isAboutTalks(pathname)
    return (to === groups ? ofGroups : [to]).some(place => `${pathname}/`.startsWith(`${place}/`))
  }
  const places = [
    { to: '/app/home', label: t('shell.home') },
    { to: '/app/results', label: t('shell.results') },
    { to: '/app/readiness', label: t('readiness.index.link') },
    { to: talks, label: t('talks.title') },
    { to: groups, label: t('groups.title') },
    { to: '/app/promises', label: t('shell.promises') },
    hasRole(reader, roundManagers) && { to: '/app/rounds', label: t('shell.rounds') },
    hasRole(reader, ['worksCouncil']) && { to: '/app/slips', label: t('slips.title') },
    hasRole(reader, witnessReaders) && { to: '/app/ledger', label: t('ledger.keep.link') },
    hasRole(reader, staffKeepers) && { to: '/app/people', label: t('shell.people') },
  ].filter(place => place !== false)
  return (
    <nav aria-label={t('shell.mainMenu')}>
      <ul className="menu">
        {places.map(({ to, label }) => (
          <li key={to}>
            <Link className="menu-link" to={to} aria-current={isHere(to) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Returns a way to keep the language of this address in the next one: public pages have no cookie to remember it. */
export function useCarriedLanguage(): (path: string) => string {
  const { language } = useWords()
  const { search } = useLocation()
  const asked = new URLSearchParams(search).has('lang')
  return path => (asked ? withLanguage(path, language) : path)
}
