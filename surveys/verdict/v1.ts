import { checkedInstrument, getItem, type Words } from '../instrument'

/**
 * What staff are asked about a promise: one card, three steps, and always a way to say that you do not know.
 * The places in braces take the number of the promise and its words, as management wrote them.
 * Asked texts never change: read ../README.md before touching a word.
 * @source Our own text; the same four answers for every promise.
 */
export const verdict = checkedInstrument({
  id: 'verdict',
  version: 1,
  items: [
    {
      id: 'V01',
      topic: 'promise',
      kind: 'verdict3',
      mayAbstain: true,
      text: {
        nl: 'Is belofte {id} nagekomen? “{words}”',
        en: 'Was promise {id} kept? “{words}”',
        fr: 'La promesse {id} est-elle tenue ? « {words} »',
      },
    },
  ],
  scales: {
    verdict3: {
      steps: [
        { value: 1, label: { nl: 'niet nagekomen', en: 'not kept', fr: 'non tenue' } },
        { value: 2, label: { nl: 'deels nagekomen', en: 'partly kept', fr: 'tenue en partie' } },
        { value: 3, label: { nl: 'nagekomen', en: 'kept', fr: 'tenue' } },
      ],
    },
  },
  abstain: { nl: 'weet ik niet', en: 'I do not know', fr: 'je ne sais pas' },
})

/** Writes the question about one promise. Its own words stay in the language in which they were promised. */
export function questionAbout(promise: { id: string; words: string }): Words {
  const { text } = getItem(verdict, 'V01')
  const written = (sentence: string) =>
    sentence.replace(/\{(id|words)\}/g, (_, place) => promise[place as keyof typeof promise])
  return { nl: written(text.nl), en: written(text.en), fr: written(text.fr) }
}
