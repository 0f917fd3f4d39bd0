import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'

type KeptPageProps = { round: { number: number; closesOn: string }; until: string }

/** Stands in the place of a result that the works council still reads by itself: since when, and until when. */
export function KeptPage({ round, until }: KeptPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <Page
      title={t('results.roundTitle', { number: round.number })}
      kicker={t('results.closedOn', { date: inWords(round.closesOn, 'short') })}
    >
      <Notice title={t('results.kept.text', { date: inWords(until) })}>
        <p>{t('results.kept.why')}</p>
      </Notice>
      <ButtonLink to="/app/results" kind="quiet">
        {t('results.kept.toAll')}
      </ButtonLink>
    </Page>
  )
}
