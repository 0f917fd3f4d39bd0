import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Preview } from '~/ui/preview'
import { mayBeShown } from '../disclosure/rules'
import type { CountedHere } from './download.client'

type HandInProps = { found: CountedHere; refused?: string; busy: boolean; send: () => void }

/** The refusals that a member of the council can do something about; every other one is a rule that was broken. */
const known = ['alreadyCounted', 'signatureWrong', 'receiptsDiffer', 'unreachable'] as const

/**
 * Shows what will be handed in: how much was counted, never a figure. Whoever holds the key learns the result when
 * everybody does.
 */
export function CouncilHandIn({ found: { tally, code }, refused, busy, send }: HandInProps) {
  const { t } = useWords()
  const { counted, rejected, cells, held } = tally
  const because = known.find(one => one === refused) ?? 'ruleBroken'
  const facts = [
    ...(mayBeShown(counted) ? [t('councilKey.found.counted', { count: counted })] : []),
    ...(rejected > 0 ? [t('councilKey.found.rejected', { count: rejected })] : []),
    t('councilKey.found.figures', { shown: cells.length, held: held.length }),
    ...(held.length > 0 ? [t('councilKey.found.heldWhy')] : []),
    t('councilKey.found.code', { code }),
  ]
  const irrevocable = [t('councilKey.found.once'), t('councilKey.found.gone')]
  return (
    <div className="flow">
      {refused && <Notice kind="warning">{t(`councilKey.refused.${because}`)}</Notice>}
      {!mayBeShown(counted) && <Notice>{t('councilKey.found.few')}</Notice>}
      <Preview caption={t('councilKey.found.title')} irrevocable={irrevocable}>
        <ul>
          {facts.map(fact => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </Preview>
      <ButtonRow>
        <Button type="button" busy={busy} onClick={send}>
          {t(busy ? 'councilKey.found.sending' : 'councilKey.found.send')}
        </Button>
      </ButtonRow>
    </div>
  )
}

/** Says that the count was taken. */
export function HandedIn({ roundId }: { roundId: string }) {
  const { t } = useWords()
  return (
    <Notice kind="done" title={t('councilKey.found.done')}>
      <p>{t('councilKey.found.doneText')}</p>
      <p>
        <ButtonLink to={`/app/results/${roundId}`} wholePage>
          {t('pulses.rounds.toResult')}
        </ButtonLink>
      </p>
    </Notice>
  )
}
