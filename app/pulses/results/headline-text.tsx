import { useWords } from '~/language/words'
import { useJoined, useShare } from './figure-words'
import type { Headline, Outstanding } from './headline'
import type { ItemResult } from './rules'
import { toldOf } from './telling'

type HeadlineProps = { headline: Headline; items: readonly ItemResult[] }

/** What stands out, with how sure that is; where nothing is sure, nothing is claimed. */
export function HeadlineText({ headline, items }: HeadlineProps) {
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
