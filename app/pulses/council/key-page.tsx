import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { CouncilKeyCheck } from './key-check'
import { CouncilKeyMaker } from './key-maker'

type Round = { id: string; number: number; state: string; madeOn?: string }
type Refused = 'notShared' | 'notAKey' | 'notCouncils' | 'tooLate'

/** What the key means, what is lost with it, and the making of it; nothing here reaches the server but public halves. */
export function CouncilKeyPage({ round, refused }: { round: Round; refused?: Refused }) {
  const { t } = useWords()
  const { number, state, madeOn } = round
  const isInUse = madeOn && (state === 'issuing' || state === 'open')
  return (
    <Page
      kicker={<Link to="/app/home">{t('shell.home')}</Link>}
      title={t('councilKey.key.title', { number })}
      lead={t('councilKey.key.lead')}
    >
      {refused && <Notice kind="warning">{t(`councilKey.refused.${refused}`)}</Notice>}
      <Notice kind="warning" title={t('councilKey.key.lost')}>
        <p>{t('councilKey.key.lostText')}</p>
      </Notice>
      <Section title={t('councilKey.key.limits')}>
        <ul>
          {(['program', 'paper', 'cards', 'together'] as const).map(limit => (
            <li key={limit}>{t(`councilKey.key.limit.${limit}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('councilKey.key.make')}>
        <Making round={round} />
      </Section>
      {isInUse && <CouncilKeyCheck round={round.id} />}
    </Page>
  )
}

/** As long as no token went out a new key takes the place of an older one. */
function Making({ round: { id, state, madeOn } }: { round: Round }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const [again, setAgain] = useState(false)
  const isDraft = state === 'draft'
  return (
    <>
      {madeOn && (
        <Notice kind="done" title={t('councilKey.key.made', { date: inWords(madeOn) })}>
          <p>{t(isDraft ? 'councilKey.key.madeText' : 'councilKey.key.fixed')}</p>
        </Notice>
      )}
      {!madeOn && !isDraft && <Notice>{t('councilKey.refused.tooLate')}</Notice>}
      {isDraft && (!madeOn || again) && <CouncilKeyMaker round={id} />}
      {isDraft && madeOn && !again && (
        <p>
          <button className="button" data-kind="plain" type="button" onClick={() => setAgain(true)}>
            {t('councilKey.key.anew')}
          </button>
        </p>
      )}
      <noscript>
        <Notice>{t('councilKey.key.noScript')}</Notice>
      </noscript>
    </>
  )
}
