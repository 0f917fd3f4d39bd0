import { useBeforeUnload, unstable_usePrompt as usePrompt, useRevalidator } from '@remix-run/react'
import { useCallback, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { type CardRound, SlipCards } from './cards'
import type { Card, MadeCards } from './machine.client'
import { SlipMakeForm } from './make-form'
import type { SlipUnit } from './rules'

type MakerProps = { round: CardRound & { units: SlipUnit[] }; origin: string }
type Made = { unit: SlipUnit; cards: Card[] }

/** Makes cards in this browser and shows them once, to be printed. */
export function SlipMaker({ round, origin }: MakerProps) {
  const { t } = useWords()
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { revalidate } = useRevalidator()
  useWarning(made !== undefined, t('slips.make.leave'))
  const make = async (unit: SlipUnit, count: number) => {
    setBusy(true)
    const outcome = await makeAndSend(round.id, unit.id, count, origin)
    setBusy(false)
    if (typeof outcome === 'string') return setProblem(t(`slips.refused.${outcome as 'notReached'}`))
    setProblem(undefined)
    setMade({ unit, cards: outcome.cards })
    revalidate()
  }
  if (made) return <OnScreen made={made} round={round} origin={origin} clear={() => setMade(undefined)} />
  return (
    <>
      {problem && <Notice kind="warning">{problem}</Notice>}
      <SlipMakeForm units={round.units} busy={busy} make={make} />
    </>
  )
}

/** Makes cards and makes their hashes known; only then are they shown, so that every printed card works. */
async function makeAndSend(round: string, unit: string, count: number, origin: string): Promise<MadeCards | string> {
  const machine = await import('./machine.client').catch(() => undefined)
  if (!machine) return 'notReached'
  if (!machine.canMakeCards()) return 'unable'
  const made = await machine.makeCards(round, count, origin)
  const said = await machine.sendHashes(round, unit, made.hashes)
  return said === 'done' ? made : (said ?? 'notReached')
}

type OnScreenProps = MakerProps & { made: Made; clear: () => void }

function OnScreen({ made: { unit, cards }, round, origin, clear }: OnScreenProps) {
  const { t } = useWords()
  return (
    <>
      <Notice kind="warning" title={t('slips.make.ready', { count: cards.length, unit: unit.label })}>
        <p>{t('slips.make.once')}</p>
        <p>{t('slips.make.printHint')}</p>
      </Notice>
      <ButtonRow>
        <Button type="button" onClick={() => window.print()}>
          {t('slips.make.print')}
        </Button>
        <Button type="button" kind="quiet" onClick={clear}>
          {t('slips.make.clear')}
        </Button>
      </ButtonRow>
      <SlipCards round={round} unit={unit.label} origin={origin} cards={cards} />
    </>
  )
}

/** Warns whoever leaves while cards stand on the screen: they are nowhere else. */
function useWarning(when: boolean, message: string) {
  usePrompt({ when, message })
  useBeforeUnload(
    useCallback(
      event => {
        if (when) event.preventDefault()
      },
      [when],
    ),
  )
}
