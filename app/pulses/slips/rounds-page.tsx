import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { SlipLimits } from './advice'

type Running = { id: string; number: number; state: string; opensOn: string; closesOn: string }

/** The rounds that have slips now, for whoever keeps them. */
export function SlipRoundsPage({ rounds }: { rounds: readonly Running[] }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <Page title={t('slips.title')} lead={t('slips.lead')}>
      {rounds.length === 0 && <EmptyState title={t('slips.none')}>{t('slips.noneHint')}</EmptyState>}
      {rounds.map(({ id, number, state, opensOn, closesOn }) => (
        <Section key={id} title={t('slips.round', { number })}>
          <p>{t('slips.days', { opens: inWords(opensOn), closes: inWords(closesOn) })}</p>
          <ButtonRow>
            {state === 'issuing' && <ButtonLink to={`/app/rounds/${id}/slips`}>{t('slips.make.go')}</ButtonLink>}
            <ButtonLink to={`/app/rounds/${id}/slips/hand-out`} kind={state === 'issuing' ? 'quiet' : 'main'}>
              {t('slips.handOut.go')}
            </ButtonLink>
          </ButtonRow>
        </Section>
      ))}
      <SlipLimits />
    </Page>
  )
}
