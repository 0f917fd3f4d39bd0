import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { VetoAsk } from './asks'

/** Asks somebody to answer a veto, to vote about an answer, or for the key of the works council. */
export function VetoAskEntry({ ask, first }: { ask: VetoAsk; first: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const say = ask.kind === 'veto' ? ask.say : 'formalKey'
  const date = ask.kind === 'veto' ? inWords(ask.date) : ''
  const to = ask.kind === 'veto' ? `/app/vetoes/${ask.id}` : `/app/gates/${ask.gateId}/key?step=${ask.version}`
  return (
    <>
      <h2>{t(`vetoes.ask.${say}.title`)}</h2>
      <p>{t(`vetoes.ask.${say}.text`, { group: ask.group, pct: ask.pct, date })}</p>
      <ButtonLink kind={first ? 'main' : 'quiet'} to={to}>
        {t(ask.kind === 'veto' ? 'vetoes.ask.toVeto' : 'vetoes.ask.toKey')}
      </ButtonLink>
    </>
  )
}
