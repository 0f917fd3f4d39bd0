import { useWords } from '~/language/words'
import { useJoined, useShare } from './figure-words'
import { type Headline, leftOutIn, type Outstanding } from './headline'
import type { ItemResult } from './rules'
import { toldOf } from './telling'

type HeadlineProps = { headline: Headline; items: readonly ItemResult[] }

/** What stands out, with how sure that is; where nothing is sure, nothing is claimed. */
export function HeadlineText({ headline, items }: HeadlineProps) {
  return (
    <>
      <Sentences headline={headline} items={items} />
      <PartlyOlder items={items.filter(({ id }) => idsIn(headline).includes(id))} />
      <OlderLeftOut items={items} />
    </>
  )
}

function Sentences({ headline, items }: HeadlineProps) {
  const { t } = useWords()
  const about = useAbout(items)
  const sentence = (place: 'most' | 'least' | 'highest', one: Outstanding) => (
    <p className="headline">{t(`results.headline.${place}.${one.certainty}`, about(one))}</p>
  )
  if (headline.kind === 'barriers') return sentence('highest', headline.highest)
  if (headline.kind !== 'questions') return <p className="headline">{t(`results.headline.${headline.kind}`)}</p>
  return (
    <>
      {headline.most && sentence('most', headline.most)}
      {headline.least && sentence('least', headline.least)}
    </>
  )
}

/** What is named in a headline. */
function idsIn(headline: Headline): readonly string[] {
  if (headline.kind === 'barriers') return headline.highest.ids
  return headline.kind === 'questions' ? [...(headline.most?.ids ?? []), ...(headline.least?.ids ?? [])] : []
}

type ItemsProps = { items: readonly ItemResult[] }

/** Of what is named in a headline: how many answers were given in an earlier round. */
function PartlyOlder({ items }: ItemsProps) {
  const { t, language } = useWords()
  return items.flatMap(({ id, text, figure, olderAnswers: count }) => {
    if (!figure || !count) return []
    const older = t('results.item.older', { count, n: figure.n })
    return [
      <p key={id} className="note">
        {t('results.headline.partlyOlder', { text: text[language], older })}
      </p>,
    ]
  })
}

/** Names what is not compared, because most of its answers were given in an earlier round; nothing when there is none. */
export function OlderLeftOut({ items }: ItemsProps) {
  const { t, language } = useWords()
  const joined = useJoined()
  const names = leftOutIn(items).map(({ text }) => t('results.headline.quoted', { text: text[language] }))
  return names.length > 0 ? <p className="note">{t('results.headline.leftOut', { names: joined(names) })}</p> : null
}

/** Returns a writer of what a sentence needs about who stands out: the words of one, or the names of several. */
function useAbout(items: readonly ItemResult[]) {
  const { t, language } = useWords()
  const share = useShare()
  const joined = useJoined()
  return ({ ids }: Outstanding) => {
    const told = ids.flatMap(id => {
      const item = items.find(one => one.id === id)
      return item?.figure ? [{ text: item.text[language], ...share(toldOf(item.kind, item.figure)) }] : []
    })
    return { ...told[0], names: joined(told.map(({ text, said }) => t('results.headline.named', { text, said }))) }
  }
}
