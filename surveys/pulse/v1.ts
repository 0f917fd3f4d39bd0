import { checkedInstrument, type Item, type Words } from '../instrument'

/** The items asked of everyone in one round of the quarter, in the order of the cards; P01 opens every round. */
const rotations = {
  1: ['P01', 'P04', 'P10', 'P13'],
  2: ['P01', 'P07', 'P19', 'P16'],
  3: ['P01', 'P05', 'P11', 'P14'],
  4: ['P01', 'P08', 'P20', 'P02'],
  5: ['P01', 'P17', 'P12', 'P15'],
  6: ['P01', 'P06', 'P21', 'P03'],
  7: ['P01', 'P09', 'P18', 'P24'],
} as const

export type Rotation = keyof typeof rotations

/**
 * Tells which of the seven rotations a round asks; round 8 asks what round 1 asked.
 * @param roundNumber counts an organisation's pulses from 1.
 * @throws RangeError for a number that cannot count rounds.
 * @source Seven pulses are one quarter at a two-week rhythm, so each item returns once a quarter.
 */
export function rotationOf(roundNumber: number): Rotation {
  if (!Number.isSafeInteger(roundNumber) || roundNumber < 1) throw new RangeError('rounds are counted from 1')
  return (((roundNumber - 1) % 7) + 1) as Rotation
}

/**
 * Lists the ids of the items a round asks, in the order of the cards: four, and a fifth for a team in the pilot
 * (P22 in odd rotations, P23 in even ones). Nothing is drawn by lot: everyone in a round answers the same cards.
 * @source Our own rhythm: a pulse takes under a minute, so it asks four or five items, one to a card.
 */
export function pulseItems(rotation: Rotation, withPilotItem: boolean): string[] {
  const pilotItem = rotation % 2 === 1 ? 'P22' : 'P23'
  return withPilotItem ? [...rotations[rotation], pilotItem] : [...rotations[rotation]]
}

const agree = (id: string, topic: string, text: Words): Item => ({ id, topic, kind: 'agree5', mayAbstain: false, text })

const numbered = (value: number) => ({ value, label: { nl: `${value}`, en: `${value}`, fr: `${value}` } })

/**
 * The pulse: 24 items written for this product, not validated psychometrically. A help for conversation, not a test.
 * Asked texts never change: read ../README.md before touching a word.
 * @source Our own texts; the open answer's 500 characters stay below the 1,000 that K7c2.v1, R7 allows a comment.
 */
export const pulse = checkedInstrument({
  id: 'pulse',
  version: 1,
  items: [
    {
      id: 'P01',
      topic: 'mood',
      kind: 'quality5',
      mayAbstain: false,
      text: {
        nl: 'Hoe was je werkweek?',
        en: 'How was your work week?',
        fr: "Comment s'est passée votre semaine de travail ?",
      },
    },
    agree('P02', 'mood', {
      nl: 'Ik ging deze week met plezier naar mijn werk.',
      en: 'I enjoyed going to work this week.',
      fr: "J'ai eu plaisir à venir travailler cette semaine.",
    }),
    agree('P03', 'mood', {
      nl: 'De sfeer in mijn team was goed.',
      en: 'The atmosphere in my team was good.',
      fr: "L'ambiance dans mon équipe était bonne.",
    }),
    agree('P04', 'trust', {
      nl: 'De directie deed wat zij had beloofd.',
      en: 'Management did what it had promised.',
      fr: "La direction a fait ce qu'elle avait promis.",
    }),
    agree('P05', 'trust', {
      nl: 'Ik geloof de laatste update over AI.',
      en: 'I believe the latest update on AI.',
      fr: "Je crois la dernière information sur l'IA.",
    }),
    agree('P06', 'trust', {
      nl: 'Slecht nieuws over AI krijgen wij hier ook te horen.',
      en: 'Bad news about AI is shared here too.',
      fr: "Ici, on partage aussi les mauvaises nouvelles sur l'IA.",
    }),
    agree('P07', 'heard', {
      nl: 'Iemand vroeg naar mijn mening over ons werk.',
      en: 'Someone asked my opinion about our work.',
      fr: "On m'a demandé mon avis sur notre travail.",
    }),
    agree('P08', 'heard', {
      nl: 'Er is iets gedaan met wat wij zeiden.',
      en: 'Something was done with what we said.',
      fr: 'On a donné suite à ce que nous avons dit.',
    }),
    agree('P09', 'heard', {
      nl: 'Ik weet waar ik terechtkan met een idee over AI.',
      en: 'I know where to go with an idea about AI.',
      fr: "Je sais à qui proposer une idée sur l'IA.",
    }),
    agree('P10', 'workload', {
      nl: 'Ik kon mijn werk goed aan.',
      en: 'I could handle my work well.',
      fr: "J'ai pu bien gérer mon travail.",
    }),
    agree('P11', 'workload', {
      nl: 'Ik had genoeg tijd per klant.',
      en: 'I had enough time per customer.',
      fr: "J'ai eu assez de temps par client.",
    }),
    agree('P12', 'workload', {
      nl: 'Ik kon mijn pauzes nemen.',
      en: 'I was able to take my breaks.',
      fr: "J'ai pu prendre mes pauses.",
    }),
    agree('P13', 'knowledge', {
      nl: 'Ik snap wat AI in ons werk doet.',
      en: 'I understand what AI does in our work.',
      fr: "Je comprends ce que fait l'IA dans notre travail.",
    }),
    agree('P14', 'knowledge', {
      nl: 'Ik weet wat er de komende maand met AI gebeurt.',
      en: 'I know what happens with AI in the coming month.',
      fr: "Je sais ce qui se passe avec l'IA le mois prochain.",
    }),
    agree('P15', 'knowledge', {
      nl: 'Ik kan uitleggen wat AI wel en niet kan.',
      en: 'I can explain what AI can and cannot do.',
      fr: "Je peux expliquer ce que l'IA sait faire ou non.",
    }),
    agree('P16', 'safety', {
      nl: 'Ik durf in mijn team te zeggen wat ik van AI vind.',
      en: 'I dare to say in my team what I think of AI.',
      fr: "J'ose dire dans mon équipe ce que je pense de l'IA.",
    }),
    agree('P17', 'safety', {
      nl: 'Ik kan een fout melden zonder gedoe.',
      en: 'I can report a mistake without trouble.',
      fr: 'Je peux signaler une erreur sans ennuis.',
    }),
    agree('P18', 'safety', {
      nl: 'Kritiek wordt hier serieus genomen.',
      en: 'Criticism is taken seriously here.',
      fr: 'Ici, la critique est prise au sérieux.',
    }),
    agree('P19', 'future', {
      nl: 'Ik zie hoe mijn werk er over een jaar uitziet.',
      en: 'I can picture my work a year from now.',
      fr: "J'imagine mon travail dans un an.",
    }),
    agree('P20', 'future', {
      nl: 'Ik leer nu dingen die ik straks nodig heb.',
      en: 'I am learning things I will need later.',
      fr: "J'apprends des choses utiles pour demain.",
    }),
    agree('P21', 'future', {
      nl: 'Ik heb vertrouwen in mijn toekomst hier.',
      en: 'I am confident about my future here.',
      fr: "J'ai confiance dans mon avenir ici.",
    }),
    {
      ...agree('P22', 'pilot', {
        nl: 'De AI in de proef is goed genoeg voor onze klanten.',
        en: 'The AI in the pilot is good enough for our customers.',
        fr: "L'IA du pilote est assez bonne pour nos clients.",
      }),
      mayAbstain: true,
    },
    {
      ...agree('P23', 'pilot', {
        nl: 'De AI in de proef helpt mij in mijn werk.',
        en: 'The AI in the pilot helps me in my work.',
        fr: "L'IA du pilote m'aide dans mon travail.",
      }),
      mayAbstain: true,
    },
    {
      id: 'P24',
      topic: 'recommendation',
      kind: 'recommend11',
      mayAbstain: false,
      text: {
        nl: 'Zou je ons als werkgever aanraden aan een vriend?',
        en: 'Would you recommend us as an employer to a friend?',
        fr: 'Nous recommanderiez-vous comme employeur à un ami ?',
      },
    },
  ],
  scales: {
    agree5: {
      steps: [
        { value: 1, label: { nl: 'helemaal oneens', en: 'strongly disagree', fr: "pas du tout d'accord" } },
        { value: 2, label: { nl: 'oneens', en: 'disagree', fr: "pas d'accord" } },
        { value: 3, label: { nl: 'neutraal', en: 'neutral', fr: 'neutre' } },
        { value: 4, label: { nl: 'eens', en: 'agree', fr: "d'accord" } },
        { value: 5, label: { nl: 'helemaal eens', en: 'strongly agree', fr: "tout à fait d'accord" } },
      ],
    },
    quality5: {
      steps: [
        { value: 1, label: { nl: 'heel slecht', en: 'very bad', fr: 'très mal' } },
        { value: 2, label: { nl: 'slecht', en: 'bad', fr: 'mal' } },
        { value: 3, label: { nl: 'niet slecht, niet goed', en: 'neither bad nor good', fr: 'ni mal ni bien' } },
        { value: 4, label: { nl: 'goed', en: 'good', fr: 'bien' } },
        { value: 5, label: { nl: 'heel goed', en: 'very good', fr: 'très bien' } },
      ],
    },
    recommend11: {
      steps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(numbered),
      ends: {
        lowest: { nl: 'zeker niet', en: 'definitely not', fr: 'certainement pas' },
        highest: { nl: 'zeker wel', en: 'definitely', fr: 'certainement' },
      },
    },
  },
  abstain: { nl: 'doe niet mee', en: 'not taking part', fr: 'ne participe pas' },
  openQuestion: {
    text: {
      nl: 'Wat moeten we weten of doen?',
      en: 'What should we know or do?',
      fr: 'Que devons-nous savoir ou faire ?',
    },
    maxCharacters: 500,
  },
})
