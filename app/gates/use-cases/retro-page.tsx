import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Page } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { retroLines } from './rules'

/** One sheet for half an hour together each week: eight lines to write on, to print or to read from a phone. */
export function RetroPage({ useCase: { id, name } }: { useCase: { id: string; name: string } }) {
  const { t } = useWords()
  return (
    <Page title={t('phases.retro.title')} kicker={name} lead={t('phases.retro.lead')}>
      <p className="note">{t('phases.retro.day')}</p>
      <ol className="promise-list">
        {retroLines.map(line => (
          <li key={line} className="retro-line">
            <strong>{t(`phases.retro.line.${line}.title`)}</strong>
            <p className="note">{t(`phases.retro.line.${line}.hint`)}</p>
          </li>
        ))}
      </ol>
      <p>{t('phases.retro.after')}</p>
      <div className="no-print">
        <ButtonRow>
          <PrintButton>{t('phases.retro.print')}</PrintButton>
          <ButtonLink to={`/app/use-cases/${id}#tasks`} kind="quiet">
            {t('phases.tasks.back')}
          </ButtonLink>
        </ButtonRow>
      </div>
    </Page>
  )
}
