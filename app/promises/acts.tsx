import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Section } from '~/ui/page'
import type { PromiseMove } from './rules'

export type Acts = { moves: PromiseMove[]; mayAmend: boolean; mayShow: boolean; asking?: 'ask' | 'takeBack' }

/** What this reader may do with a promise; nothing for who only reads. */
export function PromiseActs({ id, moves, mayAmend, mayShow, asking }: Acts & { id: string }) {
  const { t } = useWords()
  if (moves.length === 0 && !mayAmend && !mayShow) return null
  const home = `/app/promises/${id}`
  return (
    <Section title={t('promises.acts.title')}>
      <ButtonRow>
        {moves.map(move => (
          <ButtonLink key={move} to={`${home}/move?move=${move}`} kind={move === 'confirm' ? 'main' : 'quiet'}>
            {t(`promises.move.${move}.title`)}
          </ButtonLink>
        ))}
        {asking && (
          <ButtonLink to={`${home}/ask`} kind="quiet">
            {t(asking === 'ask' ? 'verdict.act' : 'verdict.actBack')}
          </ButtonLink>
        )}
        {mayAmend && (
          <ButtonLink to={`${home}/amend`} kind="quiet">
            {t('promises.acts.amend')}
          </ButtonLink>
        )}
        {mayShow && (
          <ButtonLink to={`${home}/evidence`} kind="quiet">
            {t('promises.acts.evidence')}
          </ButtonLink>
        )}
      </ButtonRow>
    </Section>
  )
}
