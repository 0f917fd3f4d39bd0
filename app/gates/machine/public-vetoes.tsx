import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import type { PublicVeto } from './public-gate'

/** The vetoes of a gate in sentences, the latest first: work on quality, and how far that work is. */
export function PublicVetoes({ vetoes }: { vetoes: readonly PublicVeto[] }) {
  const { t } = useWords()
  return (
    <Section title={t('gates.public.vetoes')}>
      <p>{t(vetoes.length > 0 ? 'gates.public.vetoesText' : 'gates.public.vetoesNone')}</p>
      {vetoes.map(veto => (
        <VetoEntry key={veto.id} veto={veto} />
      ))}
    </Section>
  )
}

function VetoEntry({ veto: { id, state, raisedOn, targetPct, measure, persuade, signed } }: { veto: PublicVeto }) {
  const { t } = useWords()
  const day = useDayInWords()
  return (
    <article className="register-entry">
      <h3>{t('vetoes.name', { id })}</h3>
      <p>{t('gates.public.veto', { day: day(raisedOn, 'short'), pct: targetPct, measure })}</p>
      <p>{persuade ? t('gates.public.persuade', { words: persuade }) : <Gone of="veto" id={id} part="persuade" />}</p>
      <p>
        <strong>{t(`vetoes.state.${state}`)}.</strong>
      </p>
      {signed && <p>{signedText(signed)}</p>}
    </article>
  )

  function signedText({ name, day: signedOn, reason }: NonNullable<PublicVeto['signed']>) {
    const said = { day: day(signedOn, 'short'), reason }
    if (!reason) return t('gates.public.signedErased', said)
    return name ? t('gates.public.signed', { ...said, name }) : t('gates.public.signedNameless', said)
  }
}
