import { useWords } from '~/language/words'
import { LineText } from '../board/line-text'
import { type Part, useCard } from './card-parts'
import { AgreementsPart, BoardPart, PromisesPart } from './kept-parts'
import { FiguresPart, SaidPart } from './said-part'
import type { RoundSaid, Sheet } from './sheet'

/** Returns the parts of a sheet in the order of the talk. */
export function useParts(sheet: Sheet): Part[] {
  const { t } = useWords()
  const saying = useSaying(sheet)
  return [
    ...saying.map(({ said, ...part }) => ({
      ...part,
      body: said ? <Whole said={said} /> : <Nothing part={part.id} />,
    })),
    ...useCard(sheet),
    ...useKept(sheet),
    { id: 'board', title: t('board.title'), body: <BoardPart board={sheet.board} /> },
  ]
}

/** Returns the same parts for a screen: what is too much for one is spread over several. */
export function useScreens(sheet: Sheet): Part[] {
  const { t } = useWords()
  const saying = useSaying(sheet)
  const full = sheet.board.board.filter(({ lines }) => lines.length > 0)
  return [
    ...saying.flatMap(({ said, ...part }) => {
      if (!said) return [{ ...part, body: <Nothing part={part.id} /> }]
      const figures = { id: `${part.id}-figures`, title: part.title, body: <FiguresPart items={said.items} /> }
      return [{ ...part, body: <SaidPart said={said} /> }, figures]
    }),
    ...useCard(sheet),
    ...useKept(sheet),
    ...full.map(({ part, lines }) => ({
      id: `board-${part}`,
      title: t(`board.part.${part}`),
      body: lines.map(line => <LineText key={line.id} line={line} />),
    })),
  ]
}

type Saying = { id: 'said' | 'barrier'; title: string; said?: RoundSaid }

/** The result, and the last check by itself where another round was asked later. */
function useSaying({ said, check }: Sheet): Saying[] {
  const { t } = useWords()
  const isSame = check !== undefined && said?.round.id === check.round.id
  const first: Saying = { id: 'said', title: t(`preparation.part.${aboutWhom(said)}`), said }
  return isSame ? [first] : [first, { id: 'barrier', title: t('preparation.part.barrier'), said: check }]
}

const Whole = ({ said }: { said: RoundSaid }) => (
  <SaidPart said={said}>
    <FiguresPart items={said.items} />
  </SaidPart>
)

function Nothing({ part }: { part: Saying['id'] }) {
  const { t } = useWords()
  return <p>{t(part === 'said' ? 'preparation.noResult' : 'preparation.noCheck')}</p>
}

function useKept({ promises, agreements }: Sheet): Part[] {
  const { t } = useWords()
  return [
    { id: 'promises', title: t('preparation.part.promises'), body: <PromisesPart promises={promises} /> },
    { id: 'agreements', title: t('preparation.part.agreements'), body: <AgreementsPart agreements={agreements} /> },
  ]
}

/** Whose words stand on the sheet: the team's own, those of a larger group it is in, or everybody's. */
function aboutWhom(said: RoundSaid | undefined) {
  if (typeof said?.about === 'string') return 'everybody'
  return said && said.about.others.length > 0 ? 'together' : 'said'
}
