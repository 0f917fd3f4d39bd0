import { useWords } from '~/language/words'
import { PromiseList } from '~/promises/in-sight'
import type { RegisterRow } from '~/promises/register-table'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { PrintButton } from '~/ui/print-button'
import { SharePaints } from '~/ui/share-paints'
import { ResponseText, type ResponseWords, responseParts } from '../../response-text'
import { HeadlineText } from '../headline-text'
import { isOfBarrier } from '../telling'
import { SheetFigures } from './figures'
import type { WallSheet } from './rules'

export type SheetPageProps = {
  round: { id: string; number: number; closesOn: string }
  organisationName: string
  sheet: WallSheet
  response?: ResponseWords
  promises: RegisterRow[]
  manifestCode: string
  address: string
  /** The dark squares of the QR code, on a board of `size` by `size`. */
  code: { size: number; path: string }
}

/** A result on paper for the wall of the canteen: what was asked, what came of it, and how to check it. */
export function SheetPage({ round, organisationName, sheet, response, promises, ...check }: SheetPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <article className="wall-sheet" data-long={isLong(response) || undefined}>
      <Tools roundId={round.id} />
      <header>
        <p className="kicker">{organisationName}</p>
        <h1>{t('results.roundTitle', { number: round.number })}</h1>
        <p>
          {t(`results.wall.asked.${sheet.kind}`)} {t('results.closedOn', { date: inWords(round.closesOn, 'short') })}.{' '}
          {t(`results.turnout.${sheet.turnout ?? 'none'}`)}
        </p>
      </header>
      <HeadlineText headline={sheet.headline} items={sheet.items} />
      <SheetFigures title={t('results.barriers.title')} items={sheet.items.filter(isOfBarrier)} />
      <SheetFigures
        title={t(sheet.kind === 'pulse' ? 'results.item.title' : 'results.barriers.mirror')}
        items={sheet.items.filter(item => !isOfBarrier(item))}
      />
      <p className="wall-small">{t('results.reading.margin')}</p>
      <SharePaints />
      <section>
        <h2>{t('results.response.title')}</h2>
        {response ? <ResponseText response={response} headings="h3" /> : <p>{t('results.response.missing')}</p>}
        {promises.length > 0 && <h3>{t('promises.front.cameOfIt')}</h3>}
        <PromiseList promises={promises} home="/app/promises" />
      </section>
      <NotShown sheet={sheet} />
      <HowToCheck {...check} />
    </article>
  )
}

/** Letters of an answer in all. A longer one is printed smaller. @source our own choice: tried out, so that two pages are enough */
const longFrom = 900
const isLong = (response?: ResponseWords) =>
  responseParts.reduce((letters, part) => letters + (response?.[part].length ?? 0), 0) > longFrom

function Tools({ roundId }: { roundId: string }) {
  const { t } = useWords()
  return (
    <div className="no-print">
      <p className="note">{t('results.wall.hint')}</p>
      <ButtonRow>
        <PrintButton>{t('results.wall.print')}</PrintButton>
        <ButtonLink to={`/app/results/${roundId}`} kind="quiet">
          {t('results.wall.back')}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}

function NotShown({ sheet: { held, someInBounds, someOlder } }: { sheet: WallSheet }) {
  const { t } = useWords()
  return (
    <section className="wall-small">
      <h2>{t('results.wall.notShown')}</h2>
      <ul>
        <li>{t('results.wall.groups')}</li>
        {someInBounds && <li>{`${t('results.hidden')}. ${t('results.whyBounds')}`}</li>}
        {held.map(({ kind, groups }) => (
          <li key={kind}>{t(`results.wall.held.${kind}`, { count: groups })}</li>
        ))}
        {someOlder && <li>{t('results.wall.older')}</li>}
      </ul>
    </section>
  )
}

function HowToCheck({ manifestCode, address, code }: Pick<SheetPageProps, 'manifestCode' | 'address' | 'code'>) {
  const { t } = useWords()
  return (
    <section className="wall-check">
      <div>
        <h2>{t('results.check.title')}</h2>
        <p>
          {t('results.wall.more', { address })} {t('results.wall.ledger')}
        </p>
        <p>
          {t('results.check.code')}: <strong className="wall-code">{manifestCode}</strong>
        </p>
        <p>{t('results.wall.noTest')}</p>
      </div>
      <svg className="poster-code" viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`} role="img">
        <title>{t('results.wall.qr', { address })}</title>
        <path d={code.path} />
      </svg>
    </section>
  )
}
