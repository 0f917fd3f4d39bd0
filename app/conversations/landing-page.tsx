import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type LandingPart, type Place, places } from './landing'

type LandingProps = { parts: readonly LandingPart[]; isLead: boolean; waiting: number }

/** Where everything about conversations begins: for each role what one can do. */
export function LandingPage({ parts, isLead, waiting }: LandingProps) {
  const { t } = useWords()
  return (
    <Page title={t('talks.title')} lead={t('talks.lead')}>
      {waiting > 0 && (
        <Notice>
          <p>{t('talks.landing.waits', { count: waiting })}</p>
          <ButtonLink to="/app/one-to-ones">{t('talks.landing.toWaiting')}</ButtonLink>
        </Notice>
      )}
      {parts.map(({ part, places }) => (
        <Section key={part} title={t(`talks.landing.${part}`)}>
          <ul className="guide-list">
            {places.map(place => (
              <PlaceEntry key={place} place={place} isLead={isLead} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

/** A way on, in the words of whoever leads or is led. */
function PlaceEntry({ place, isLead }: { place: Place; isLead: boolean }) {
  const { t } = useWords()
  const words = isLead && (place === 'teamTalks' || place === 'oneToOnes') ? (`${place}Lead` as const) : place
  return (
    <li>
      <h3>
        <Link to={places[place]}>{t(`talks.landing.${words}.link`)}</Link>
      </h3>
      <p>{t(`talks.landing.${words}.text`)}</p>
    </li>
  )
}
