import { checkedInstrument, getItem, getScale, type Words } from '../instrument'
import { pulse } from '../pulse/v1'

/**
 * What everybody is asked about a plan of the working group: one card on the scale of the pulse, with a way to say that
 * you do not know the plan. The place in braces takes the title of the plan, as the group wrote it.
 * Asked texts never change: read ../README.md before touching a word.
 * @source Our own text; decision 17 says why a question asks about a plan by its title.
 */
export const peerPoll = checkedInstrument({
  id: 'peer-poll',
  version: 1,
  items: [
    {
      id: 'C01',
      topic: 'plan',
      kind: 'agree5',
      mayAbstain: true,
      text: {
        nl: 'Met dit plan van de werkgroep kunnen we verder: “{plan}”',
        en: 'We can go on with this plan of the working group: “{plan}”',
        fr: 'Nous pouvons avancer avec ce plan du groupe de travail : « {plan} »',
      },
    },
  ],
  scales: { agree5: getScale(pulse, 'agree5') },
  abstain: { nl: 'ik ken dit plan niet', en: 'I do not know this plan', fr: 'je ne connais pas ce plan' },
})

/** Writes the question about one plan. Its title stays in the language in which it was written. */
export function questionAboutPlan(title: string): Words {
  const { text } = getItem(peerPoll, 'C01')
  const written = (sentence: string) => sentence.replace('{plan}', () => title)
  return { nl: written(text.nl), en: written(text.en), fr: written(text.fr) }
}

/** Tells whether something is asked about a plan: such a question goes by the name of its proposal. */
export const isAboutPlan = ({ id }: { id: string }): boolean => /^V-[0-9a-f]{12}$/.test(id)
