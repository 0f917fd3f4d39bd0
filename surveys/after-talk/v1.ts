import { checkedInstrument, getScale } from '../instrument'
import { pulse } from '../pulse/v1'

/**
 * What everybody is asked in the round after a talk with a team was held, with a way to say that you were not there.
 * The scale is that of the pulse. Asked texts never change: read ../README.md before touching a word.
 * @source Our own text; decision 16 says why everybody is asked.
 */
export const afterTalk = checkedInstrument({
  id: 'after-talk',
  version: 1,
  items: [
    {
      id: 'T01',
      topic: 'talk',
      kind: 'agree5',
      mayAbstain: true,
      text: {
        nl: 'Het laatste gesprek met ons team over AI was eerlijk.',
        en: 'The last talk with our team about AI was honest.',
        fr: 'Le dernier entretien avec notre équipe sur l’IA était honnête.',
      },
    },
  ],
  scales: { agree5: getScale(pulse, 'agree5') },
  abstain: {
    nl: 'ik was er niet bij, of er was geen gesprek',
    en: 'I was not there, or there was no talk',
    fr: 'je n’y étais pas, ou il n’y a pas eu d’entretien',
  },
})

/** Tells whether something is asked about talks: only those who were there answer it. */
export const isAboutTalks = ({ id }: { id: string }): boolean => afterTalk.items.some(item => item.id === id)
