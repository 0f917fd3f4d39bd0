import { checkedInstrument, getScale, type Item, type ItemKey, type Words } from '../instrument'
import { pulse } from '../pulse/v1'

/** What may stand between people and AI at work. An id never shows on a page: its label does. */
export const barriers = ['job_loss', 'distrust', 'ai_fails', 'too_old', 'unheard'] as const
export type Barrier = (typeof barriers)[number]

const statement = (topic: Barrier, place: number, key: ItemKey, text: Words): Item => ({
  id: `${topic}.${place}`,
  topic,
  kind: 'agree5',
  key,
  mayAbstain: true,
  text,
})

/** The names of the barriers, in the words of whoever meets them. None says anything about age: it is never asked. */
export const barrierLabels: Readonly<Record<Barrier, Words>> = {
  job_loss: { nl: 'Ik raak mijn werk kwijt', en: 'I will lose my work', fr: 'Je vais perdre mon travail' },
  distrust: {
    nl: 'Ik vertrouw de directie niet',
    en: 'I do not trust management',
    fr: 'Je ne fais pas confiance à la direction',
  },
  ai_fails: {
    nl: 'AI werkt niet goed genoeg',
    en: 'AI does not work well enough',
    fr: "L'IA ne fonctionne pas assez bien",
  },
  too_old: { nl: 'Ik kom niet meer mee', en: "I can't keep up", fr: "Je n'arrive plus à suivre" },
  unheard: { nl: 'Ik heb niets te zeggen', en: 'I have no say', fr: "Je n'ai pas mon mot à dire" },
}

/**
 * The five-barrier check: twenty statements, four to a barrier, two that raise it and two that lower it, so that agreeing
 * with everything lands in the middle. Statements that lower it are positive ones, never a denial. Everyone answers all
 * of them, one to a card; "I do not know" is no answer. Our own texts, not validated psychometrically.
 * It has no open question; it takes the place of a pulse. ../barrier-scoring.ts makes classes of the answers.
 * Asked texts never change: read ../README.md before touching a word.
 * @source instruments.md, section 3a; the steps are those of the pulse, word for word.
 */
export const fiveBarriers = checkedInstrument({
  id: 'five-barriers',
  version: 1,
  topics: barrierLabels,
  items: [
    statement('job_loss', 1, 'D', {
      nl: 'Ik maak me zorgen dat ik mijn werk kwijtraak door AI.',
      en: 'I worry that I will lose my job because of AI.',
      fr: "Je crains de perdre mon travail à cause de l'IA.",
    }),
    statement('job_loss', 2, 'D', {
      nl: 'Als mijn taken veranderen, sta ik er alleen voor.',
      en: 'If my tasks change, I will have to cope on my own.',
      fr: 'Si mes tâches changent, je devrai me débrouiller seul·e.',
    }),
    statement('job_loss', 3, 'R', {
      nl: 'Ik zie over twee jaar nog werk voor mij in dit bedrijf.',
      en: 'I can see work for me in this company two years from now.',
      fr: 'Dans deux ans, je vois encore du travail pour moi dans cette entreprise.',
    }),
    statement('job_loss', 4, 'R', {
      nl: 'Ik weet wat mijn bedrijf doet als AI mijn taken overneemt.',
      en: 'I know what my company will do if AI takes over my tasks.',
      fr: "Je sais ce que fera mon entreprise si l'IA reprend mes tâches.",
    }),
    statement('distrust', 1, 'D', {
      nl: 'De directie vertelt maar de helft over AI.',
      en: 'Management tells only half the story about AI.',
      fr: "La direction ne dit que la moitié de la vérité sur l'IA.",
    }),
    statement('distrust', 2, 'D', {
      nl: 'AI is hier vooral bedoeld om kosten te besparen.',
      en: 'AI is mainly meant to cut costs here.',
      fr: "Ici, l'IA sert surtout à réduire les coûts.",
    }),
    statement('distrust', 3, 'R', {
      nl: 'De directie doet wat zij belooft.',
      en: 'Management does what it promises.',
      fr: "La direction fait ce qu'elle promet.",
    }),
    statement('distrust', 4, 'R', {
      nl: 'Ik krijg eerlijke cijfers over AI, ook als ze tegenvallen.',
      en: 'I get honest figures about AI, even when they disappoint.',
      fr: "Je reçois des chiffres honnêtes sur l'IA, même s'ils sont décevants.",
    }),
    statement('ai_fails', 1, 'D', {
      nl: 'AI maakt te veel fouten voor onze klanten.',
      en: 'AI makes too many mistakes for our customers.',
      fr: "L'IA fait trop d'erreurs pour nos clients.",
    }),
    statement('ai_fails', 2, 'D', {
      nl: 'Straks moet ik de fouten van AI herstellen.',
      en: "I will end up repairing AI's mistakes.",
      fr: "Je finirai par réparer les erreurs de l'IA.",
    }),
    statement('ai_fails', 3, 'R', {
      nl: 'AI kan mij helpen om klanten beter te helpen.',
      en: 'AI can help me serve customers better.',
      fr: "L'IA peut m'aider à mieux servir les clients.",
    }),
    statement('ai_fails', 4, 'R', {
      nl: 'AI start hier pas als het goed genoeg is.',
      en: 'AI will only start here once it is good enough.',
      fr: "Ici, l'IA ne démarrera que si elle est assez bonne.",
    }),
    statement('too_old', 1, 'D', {
      nl: 'Nieuwe systemen gaan te snel voor mij.',
      en: 'New systems move too fast for me.',
      fr: 'Les nouveaux systèmes vont trop vite pour moi.',
    }),
    statement('too_old', 2, 'D', {
      nl: 'Ik schaam me als ik digitale hulp vraag.',
      en: 'I feel ashamed when I ask for digital help.',
      fr: "J'ai honte de demander de l'aide pour le numérique.",
    }),
    statement('too_old', 3, 'R', {
      nl: 'Met tijd en uitleg leer ik werken met AI.',
      en: 'With time and explanation I can learn to work with AI.',
      fr: "Avec du temps et des explications, j'apprendrai à travailler avec l'IA.",
    }),
    statement('too_old', 4, 'R', {
      nl: 'Mijn ervaring telt mee als we met AI werken.',
      en: 'My experience counts when we work with AI.',
      fr: "Mon expérience compte quand nous travaillons avec l'IA.",
    }),
    statement('unheard', 1, 'D', {
      nl: 'De beslissingen over AI zijn al genomen.',
      en: 'The decisions about AI have already been made.',
      fr: "Les décisions sur l'IA sont déjà prises.",
    }),
    statement('unheard', 2, 'D', {
      nl: 'Mijn mening geven heeft hier weinig zin.',
      en: 'Giving my opinion makes little difference here.',
      fr: 'Donner mon avis ne sert pas à grand-chose ici.',
    }),
    statement('unheard', 3, 'R', {
      nl: 'Ik beslis mee over hoe AI in mijn werk komt.',
      en: 'I have a say in how AI enters my work.',
      fr: "Je participe aux décisions sur l'IA dans mon travail.",
    }),
    statement('unheard', 4, 'R', {
      nl: 'Als wij een probleem melden, gebeurt er iets mee.',
      en: 'When we report a problem, something is done.',
      fr: 'Quand nous signalons un problème, il se passe quelque chose.',
    }),
  ],
  scales: { agree5: getScale(pulse, 'agree5') },
  abstain: { nl: 'weet ik niet', en: 'I do not know', fr: 'je ne sais pas' },
})

/** Tells whether a text names a barrier. */
export function isBarrier(name: string): name is Barrier {
  return (barriers as readonly string[]).includes(name)
}

/** Returns the name of a barrier as people read it. @throws RangeError when there is no such barrier. */
export function barrierLabel(name: string): Words {
  if (!isBarrier(name)) throw new RangeError('no such barrier')
  return barrierLabels[name]
}
