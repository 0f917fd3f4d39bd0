import { useWords } from '~/language/words'
import { CameOfIt, PromisesInSight } from '~/promises/in-sight'
import type { RegisterRow } from '~/promises/register-table'
import { ButtonLink } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { HonestLimits } from './honest-limits'
import { ResponseText, type ResponseWords } from './response-text'

export type OpenRound = { id: string; number: number; closesOn: string }
export type PublishedAnswer = ResponseWords & { roundNumber: number; publishedOn: string }

/** All that the front page tells; the store makes exactly this. */
export type PublicOverview = {
  organisationName: string
  openRounds: readonly OpenRound[]
  responses: readonly PublishedAnswer[]
  demo: boolean
}

type FromRound = RegisterRow & { roundNumber: number }
/** `promises` is absent where the register is for who is signed in. */
export type PublicPageProps = PublicOverview & {
  promises?: { due: RegisterRow[]; ended: RegisterRow[]; fromRounds: FromRound[] }
}

/** The front page: what this is, what is asked now, what became of the last answers, and what it cannot promise. */
export function PublicPage({ organisationName, openRounds, responses, demo, promises }: PublicPageProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={organisationName}
      title={t('pulses.public.title')}
      lead={t('pulses.public.lead', { organisation: organisationName })}
    >
      {demo && <Notice title={t('pulses.public.demoTitle')}>{t('pulses.public.demoText')}</Notice>}
      <OpenRounds rounds={openRounds} />
      {promises && <PromisesInSight {...promises} />}
      <ToGates />
      <Section title={t('pulses.public.responses')}>
        {responses.length === 0 && <p>{t('pulses.public.noResponses')}</p>}
        {responses.map(response => (
          <ResponseEntry
            key={response.roundNumber}
            response={response}
            cameOfIt={promises?.fromRounds.filter(({ roundNumber }) => roundNumber === response.roundNumber)}
          />
        ))}
      </Section>
      <HonestLimits />
    </Page>
  )
}

function ToGates() {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <ul>
      <li>
        <a href={here('/gates')}>{t('gates.public.link')}</a>
      </li>
      <li>
        <a href={here('/groups')}>{t('groupHours.open.link')}</a>
      </li>
    </ul>
  )
}

function OpenRounds({ rounds }: { rounds: readonly OpenRound[] }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const here = useCarriedLanguage()
  return (
    <section className="now" aria-label={t('pulses.public.now')}>
      {rounds.length === 0 && <p>{t('pulses.public.noRound')}</p>}
      {rounds.map(({ id, number, closesOn }) => (
        <div className="now-round" key={id}>
          <div>
            <h2>{t('pulses.public.roundOpen', { number })}</h2>
            <p>{t('pulses.public.roundUntil', { date: inWords(closesOn) })}</p>
          </div>
          <ButtonLink wholePage to={here(`/ballot/${id}`)}>
            {t('pulses.public.toQuestions')}
          </ButtonLink>
        </div>
      ))}
      <p className="note">
        {t('pulses.public.signInText')} <a href={here('/app/sign-in')}>{t('shell.signIn')}</a>
      </p>
    </section>
  )
}

type ResponseEntryProps = { response: PublishedAnswer; cameOfIt?: RegisterRow[] }

function ResponseEntry({ response, cameOfIt }: ResponseEntryProps) {
  const { t } = useWords()
  return (
    <article className="register-entry">
      <header>
        <h3>{t('pulses.public.afterRound', { number: response.roundNumber })}</h3>
        <p className="note">
          {t('pulses.public.publishedOn')} <DayText day={response.publishedOn} />
        </p>
      </header>
      <ResponseText response={response} />
      {cameOfIt && <CameOfIt promises={cameOfIt} home="/promises" headings="h4" />}
    </article>
  )
}
