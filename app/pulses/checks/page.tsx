import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Page, Section } from '~/ui/page'
import { TokenStatus } from '../token-status'
import { MembershipCheck } from './membership-check'
import type { OwnErrand, OwnStanding } from './rules'
import { WordsMoveForm } from './words'

type Round = { id: string; number: number }

type ChecksPageProps = {
  standings: readonly OwnStanding[]
  errands: readonly OwnErrand[]
  /** The last round whose ballots are counted. */
  counted?: Round
  /** The rounds whose lists this reader may confirm. */
  lists: readonly Round[]
}

/** What anyone can check without trusting this installation: their own part of a round, and nobody else's. */
export function ChecksPage({ standings, errands, counted, lists }: ChecksPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('checks.title')} lead={t('checks.lead')}>
      {standings.length === 0 && <p>{t('checks.noRound')}</p>}
      {standings.map(standing => (
        <Standing
          key={standing.round.id}
          standing={standing}
          errand={errands.find(({ round }) => round === standing.round.id)}
          tells={standing === standings.find(({ handedOut }) => handedOut !== 'slip')}
        />
      ))}
      {counted && <Counted round={counted} />}
      {lists.length > 0 && (
        <Section title={t('checks.roster.section')}>
          <p>{t('checks.roster.why')}</p>
          <ButtonRow>
            {lists.map(({ id, number }) => (
              <ButtonLink key={id} kind="quiet" to={`/app/rounds/${id}/roster`}>
                {t('checks.roster.go', { number })}
              </ButtonLink>
            ))}
          </ButtonRow>
        </Section>
      )}
    </Page>
  )
}

type StandingProps = { standing: OwnStanding; errand?: OwnErrand; tells: boolean }

/** The script that draws tokens tells about all rounds in one place, so one round carries it. */
function Standing({ standing, errand, tells }: StandingProps) {
  const { t, language } = useWords()
  const inWords = useDayInWords()
  const { round, unit, roster, manifestSha256, listsConfirmedOn } = standing
  const move = withLanguage(`/ballot/${round.id}/move`, language)
  useFreshStanding(standing)
  return (
    <Section title={t('checks.round', { number: round.number })}>
      <h3>{t('checks.drawn.question')}</h3>
      <p>
        <strong>{t(`checks.drawn.${standing.handedOut}`)}</strong>
      </p>
      {tells && <TokenStatus />}
      <p>{t('checks.drawn.notYou')}</p>
      {standing.handedOut === 'token' && (
        <>
          <p>{t('checks.lost')}</p>
          <p>
            <ButtonLink kind="quiet" wholePage to={move}>
              {t('checks.move')}
            </ButtonLink>
          </p>
          {errand && <WordsMoveForm errand={errand} />}
        </>
      )}
      <h3>{t('checks.list.question')}</h3>
      <MembershipCheck round={round.id} manifestSha256={manifestSha256} unit={unit} roster={roster} />
      <p className="note">
        {listsConfirmedOn
          ? t('checks.list.confirmed', { date: inWords(listsConfirmedOn, 'short') })
          : t('checks.list.unconfirmed')}
      </p>
    </Section>
  )
}

/** Asks again once this device has drawn its token: the page came before it. */
function useFreshStanding({ handedOut }: OwnStanding) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (handedOut !== 'nothing') return
    const told = () => document.getElementById('token-status')?.dataset.state?.includes('drawn') && revalidate()
    document.addEventListener('token-status-told', told)
    return () => document.removeEventListener('token-status-told', told)
  }, [handedOut, revalidate])
}

function Counted({ round: { id, number } }: { round: Round }) {
  const { t, language } = useWords()
  return (
    <Section title={t('checks.counted.title', { number })}>
      <p>{t('checks.counted.text')}</p>
      <ButtonRow>
        <ButtonLink wholePage kind="quiet" to={withLanguage(`/ballot/${id}`, language)}>
          {t('checks.counted.receipt')}
        </ButtonLink>
        <ButtonLink kind="quiet" to={`/app/results/${id}#check`}>
          {t('checks.counted.numbers')}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}
