import type { Translate } from '~/language'
import { useWords } from '~/language/words'
import type { Language } from '~/people/rules'
import { intervalWords } from '~/statistics/interval-words'
import type { Published } from '~/statistics/newcombe'
import { outwardInterval } from '~/statistics/wilson'
import { ShareBar } from '~/ui/share-bar'
import type { Bounds, PublishedFigure } from '../disclosure/rules'
import type { FigureKind } from '../figures'
import { isInBounds, middleOf, sayBounds } from './saying'
import { percentsOf } from './telling'

/** What is already written with one translator: the same counts come back in group after group. */
const written = new WeakMap<Translate, Map<string, string>>()

/** Returns a writer that writes each thing once on a page. */
function useWritten() {
  const { t } = useWords()
  const sentences = written.get(t) ?? new Map<string, string>()
  written.set(t, sentences)
  return (name: string, write: () => string) => {
    const sentence = sentences.get(name) ?? write()
    sentences.set(name, sentence)
    return sentence
  }
}

/** Returns a writer of counts in bounds: "9 of 14", "3 or fewer of 14". */
export function useSaid(): (counted: Bounds, n: number) => string {
  const { t } = useWords()
  const once = useWritten()
  return (counted, n) =>
    once(`${counted} of ${n}`, () => {
      const { kind, ...values } = sayBounds(counted, n)
      return t(`results.say.${kind}`, values)
    })
}

/** A share in the three ways in which it is told: in words that claim no more than the interval, counted, in percents. */
export type ShareTold = { inWords: string; said: string; interval: string }

/** Returns a writer of shares: words first, then people out of people, then the interval in whole percents. */
export function useShare(): (published: Published) => ShareTold {
  const { t } = useWords()
  const said = useSaid()
  const once = useWritten()
  const inWords = (published: Published) => {
    const { from, to } = intervalWords(outwardInterval(published.bounds, published.n))
    const kind = from === 'none' ? (to === 'all' ? 'any' : 'atMost') : to === 'all' ? 'atLeast' : 'between'
    return t(`results.range.${kind}`, { from: t(`results.share.${from}`), to: t(`results.share.${to}`) })
  }
  return published => {
    const name = `${published.bounds} in ${published.n}`
    const interval = () => t('results.interval', percentsOf(outwardInterval(published.bounds, published.n)))
    return {
      inWords: once(`${name} in words`, () => inWords(published)),
      said: said(published.bounds, published.n),
      interval: once(`${name} in percents`, interval),
    }
  }
}

/** Returns a writer of names in a row, as the language joins them. */
export function useJoined(): (names: readonly string[]) => string {
  const { language } = useWords()
  return names => (names.length === 1 ? names.join() : joining[language].format(names))
}

const joiningIn = (language: Language) => new Intl.ListFormat(language, { type: 'conjunction' })
const joining = { nl: joiningIn('nl'), en: joiningIn('en'), fr: joiningIn('fr') }

type FigureBarProps = { kind: FigureKind; figure: PublishedFigure; label: string }

/** A figure as a bar with its words beside it: for, in between, against, and what is not shown exactly. */
export function FigureBar({ kind, figure, label }: FigureBarProps) {
  const { t } = useWords()
  const said = useSaid()
  const once = useWritten()
  const { n, favourable, unfavourable } = figure
  const middle = middleOf(figure)
  const entry = (which: 'favourable' | 'middle' | 'unfavourable', counted: Bounds) =>
    once(`${kind} ${which} ${counted} of ${n}`, () =>
      t('results.key', { word: t(`results.class.${kind}.${which}`), said: said(counted, n) }),
    )
  const words = {
    favourable: entry('favourable', favourable),
    between: middle[1] > 0 ? entry('middle', middle) : undefined,
    unknown: isInBounds(figure) ? once('hidden', () => t('results.hidden')) : undefined,
    unfavourable: entry('unfavourable', unfavourable),
  }
  return <ShareBar n={n} favourable={favourable} unfavourable={unfavourable} label={label} words={words} />
}
