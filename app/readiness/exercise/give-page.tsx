import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Voice, voices } from '../cards/rules'
import { ExerciseLimits } from './limits'
import { LookAgain } from './look-again'
import { OutcomeShown } from './outcome'
import { dotsEach, type Outcome } from './rules'

type Refusal = 'givingEnded' | 'noMark' | 'alreadyGave' | 'circleFull' | 'exerciseGone'
export type GivePageProps = {
  gave: boolean
  outcome: Outcome | null
  answer?: { refused?: Refusal; wrongDots?: boolean; kept?: readonly Voice[] }
}

/** Where everybody gives three dots, on a phone and without signing in; afterwards the same outcome as on the screen. */
export function GivePage({ gave, outcome, answer }: GivePageProps) {
  const { t } = useWords()
  if (outcome)
    return (
      <Page title={t('readiness.exercise.title')} lead={t('readiness.exercise.question')}>
        <OutcomeShown outcome={outcome} />
      </Page>
    )
  if (gave)
    return (
      <Page title={t('readiness.exercise.give.thanks')} lead={t('readiness.exercise.give.wait')}>
        <p>
          <LookAgain />
        </p>
      </Page>
    )
  return (
    <Page title={t('readiness.exercise.give.title')} lead={t('readiness.exercise.give.lead')}>
      {answer?.refused && <Notice kind="warning">{t(`readiness.exercise.refused.${answer.refused}`)}</Notice>}
      {answer?.wrongDots && (
        <Notice kind="warning">{t('readiness.exercise.give.wrong', { count: answer.kept?.length ?? 0 })}</Notice>
      )}
      <GivingForm kept={answer?.kept ?? []} />
      <ExerciseLimits />
    </Page>
  )
}

/** A plain form: it works the same with and without JavaScript, and sends its mark along. */
function GivingForm({ kept }: { kept: readonly Voice[] }) {
  const { t } = useWords()
  return (
    <form method="post">
      <p>{t('readiness.exercise.give.hint')}</p>
      {voices.map(voice => (
        <DotsFor key={voice} voice={voice} kept={kept.filter(one => one === voice).length}>
          <q>{t(`readiness.voice.${voice}`)}</q>
        </DotsFor>
      ))}
      <ButtonRow>
        <Button>{t('readiness.exercise.give.submit')}</Button>
      </ButtonRow>
    </form>
  )
}

type DotsForProps = { voice: Voice; kept: number; children: ReactNode }

function DotsFor({ voice, kept, children }: DotsForProps) {
  const { t } = useWords()
  return (
    <fieldset className="dots-for">
      <legend>{children}</legend>
      {Array.from({ length: dotsEach }, (_, place) => place + 1).map(number => (
        <label key={number} className="dot">
          <input type="checkbox" name="dots" value={voice} defaultChecked={number <= kept} />
          <span className="only-read-aloud">{t('readiness.exercise.give.dot', { number })}</span>
        </label>
      ))}
    </fieldset>
  )
}
