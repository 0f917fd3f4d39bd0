import { useWords } from '~/language/words'
import type { CycleHeadline } from './rules'

/** What the page says first: how many teams talked about the result, and what is late, in one breath. */
export function CycleHeadlineText({ headline, oversees }: { headline: CycleHeadline; oversees: boolean }) {
  const { t } = useWords()
  const { teams, talked, lateTalks, lateAgreements, response } = headline
  const sentences = [
    talkedSentence(),
    lateTalks > 0 && t('cycle.headline.lateTalks', { count: lateTalks }),
    lateAgreements > 0 && t('cycle.headline.lateAgreements', { count: lateAgreements }),
    response === 'late' && t('cycle.headline.lateResponse'),
    lateTalks + lateAgreements === 0 && response !== 'late' && t('cycle.headline.nothingLate'),
  ]
  return sentences.filter(Boolean).join(' ')

  function talkedSentence() {
    if (teams === 0) return false
    if (oversees || teams > 1) return t('cycle.headline.talked', { talked, count: teams })
    return t(talked > 0 ? 'cycle.headline.yourTeam' : 'cycle.headline.notYet')
  }
}
