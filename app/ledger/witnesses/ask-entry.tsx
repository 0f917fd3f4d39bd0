import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { WitnessAsk } from './next'

/** Asks somebody to sign along, or to help a key on its way. */
export function WitnessAskEntry({ ask, first }: { ask: WitnessAsk; first: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const name = 'name' in ask ? ask.name : ''
  const number = 'number' in ask ? ask.number : 0
  const date = 'markOn' in ask ? inWords(ask.markOn) : ''
  const isKey = ask.say === 'register' || ask.say === 'confirm'
  const to = isKey ? `/app/witnesses/proposals/${ask.id}` : '/app/witnesses/cosign'
  return (
    <>
      <h2>{t(`witness.ask.${ask.say}.title`, { name, number, date })}</h2>
      <p>{t(`witness.ask.${ask.say}.text`, { name, number, date })}</p>
      <ButtonLink kind={first ? 'main' : 'quiet'} to={to}>
        {t(isKey ? `witness.next.go.${ask.say}` : 'witness.next.go.cosign')}
      </ButtonLink>
    </>
  )
}
