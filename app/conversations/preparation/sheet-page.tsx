import { useWords } from '~/language/words'
import type { Language } from '~/people/rules'
import { isOfBarrier } from '~/pulses/results/telling'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Page } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { Choices, type ChoicesProps } from './choices'
import { useParts } from './parts'
import { densityOf, sheetAddress } from './rules'
import type { RoundSaid, Sheet } from './sheet'

type SheetPageProps = { sheet: Sheet; choices: ChoicesProps['choices'] }

/** One sheet for a talk with a team: to read, to print on one page, and the ways to show it and to plan the talk. */
export function SheetPage({ sheet, choices }: SheetPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <Page title={t('preparation.sheetTitle', { team: sheet.team.name })}>
      <p className="prepared-lead">
        {t('preparation.lead')} {t('preparation.madeOn', { date: inWords(sheet.madeOn, 'short') })}
      </p>
      <Ways sheet={sheet} />
      <PreparedSheet sheet={sheet} />
      <Choices sheet={sheet} choices={choices} />
    </Page>
  )
}

/** The parts of the sheet by themselves; it knows no page around it. */
export function PreparedSheet({ sheet }: { sheet: Sheet }) {
  const { t, language } = useWords()
  const parts = useParts(sheet)
  const density = densityOf(linesOn(sheet, language))
  return (
    <div className="prepared" data-density={density}>
      {parts.map(({ id, title, body }) => (
        <section key={id} className="prepared-part" data-part={id}>
          <h2>{title}</h2>
          {body}
        </section>
      ))}
      {density === 'overfull' && <p className="prepared-rest">{t('preparation.rest')}</p>}
    </div>
  )
}

/** All lines whose number or length differs from sheet to sheet. */
const linesOn = ({ said, check, card, promises, agreements, board }: Sheet, language: Language) => [
  ...figuresOn(said, language),
  ...(check?.round.id === said?.round.id ? [] : figuresOn(check, language)),
  ...['open', 'ask', 'agree', 'stop'].flatMap(part => card.words[part as 'open']),
  ...card.words.avoid.map(({ say, because }) => say + because),
  ...promises.rows.map(({ text }) => text),
  ...agreements.rows.map(({ action }) => action),
  ...board.board.flatMap(({ lines }) => lines.map(({ line, because = '' }) => line + because)),
]

/** A figure is named in its own line, and again where it stands out, changed, or is older. */
const figuresOn = (said: RoundSaid | undefined, language: Language) => {
  const items = said?.items ?? []
  const shown = items.some(isOfBarrier) ? items.filter(isOfBarrier) : items
  const again = shown.filter(({ id, olderAnswers }) => olderAnswers || said?.changed.some(one => one.id === id))
  return [...shown, ...shown, ...again].map(({ text }) => text[language])
}

function Ways({ sheet: { asked, team, said, card } }: { sheet: Sheet }) {
  const { t } = useWords()
  const talk = { team: team.id, guide: card.slug, round: said?.round.id }
  return (
    <div className="no-print flow">
      <ButtonRow>
        <PrintButton>{t('preparation.print')}</PrintButton>
        <ButtonLink kind="quiet" to={sheetAddress({ ...asked, view: 'presenter' })}>
          {t('preparation.present')}
        </ButtonLink>
        <ButtonLink kind="quiet" to={sheetAddress({ ...asked, view: 'presenter', for: 'me' })}>
          {t('preparation.forMe')}
        </ButtonLink>
        <ButtonLink kind="quiet" to={sheetAddress(talk, '/app/team-talks/new')}>
          {t('preparation.plan')}
        </ButtonLink>
      </ButtonRow>
      <p className="note">{t('preparation.presentHint')}</p>
    </div>
  )
}
