import { checkedInstrument, getScale, type Item, mirrored, type Words } from '../instrument'
import { pulse } from '../pulse/v1'

/** What management needs before it can ask anything of anybody; each has two statements. */
export const domains = ['trust', 'knowledge', 'time', 'power', 'direction'] as const
export type Domain = (typeof domains)[number]

/** Staff are asked the same words where nothing in them depends on who says them. */
const statement = (topic: Domain, place: number, text: Words, mirror: Words = text): Item => ({
  id: `${topic}.${place}`,
  topic,
  kind: 'agree5',
  mayAbstain: true,
  text,
  mirror,
})

/** The names of the domains. */
export const domainLabels: Readonly<Record<Domain, Words>> = {
  trust: { nl: 'vertrouwen', en: 'trust', fr: 'confiance' },
  knowledge: { nl: 'kennis', en: 'knowledge', fr: 'connaissance' },
  time: { nl: 'tijd', en: 'time', fr: 'temps' },
  power: { nl: 'macht', en: 'power', fr: 'pouvoir' },
  direction: { nl: 'regie', en: 'direction', fr: 'pilotage' },
}

/**
 * The self-check of management: ten statements about itself, answered once, jointly and in public. Staff are asked the
 * mirror of each, so that the two answers can be laid side by side. Agreeing is always the better answer. Our own texts,
 * not validated psychometrically. Asked texts never change: read ../README.md before touching a word.
 * @source instruments.md, section 3a-bis; the steps are those of the pulse, word for word.
 */
export const selfCheck = checkedInstrument({
  id: 'self-check',
  version: 1,
  topics: domainLabels,
  items: [
    statement(
      'trust',
      1,
      {
        nl: 'Wij deden de laatste twee jaar wat wij het team beloofden.',
        en: 'In the past two years we did what we promised the team.',
        fr: 'Ces deux dernières années, nous avons fait ce que nous avions promis.',
      },
      {
        nl: 'De directie deed de laatste twee jaar wat zij ons beloofde.',
        en: 'In the past two years management did what it promised us.',
        fr: 'Ces deux dernières années, la direction a tenu ses promesses.',
      },
    ),
    statement(
      'trust',
      2,
      {
        nl: 'Als wij zeggen "we doen dit samen", gelooft het team ons.',
        en: 'When we say "we do this together", the team believes us.',
        fr: "Quand nous disons « ensemble », l'équipe nous croit.",
      },
      {
        nl: 'Als de directie zegt "we doen dit samen", geloof ik dat.',
        en: 'When management says "we do this together", I believe it.',
        fr: "Quand la direction dit « ensemble », j'y crois.",
      },
    ),
    statement(
      'knowledge',
      1,
      {
        nl: 'Ons team kent het verschil tussen een chatbot en AI.',
        en: 'Our team knows the difference between a chatbot and AI.',
        fr: "Notre équipe connaît la différence entre un chatbot et l'IA.",
      },
      {
        nl: 'Ik ken het verschil tussen een chatbot en AI.',
        en: 'I know the difference between a chatbot and AI.',
        fr: "Je connais la différence entre un chatbot et l'IA.",
      },
    ),
    statement(
      'knowledge',
      2,
      {
        nl: 'Er is genoeg geld en tijd voor goede AI-training.',
        en: 'There is enough money and time for good AI training.',
        fr: "Il y a assez d'argent et de temps pour une bonne formation à l'IA.",
      },
      {
        nl: 'Ik krijg genoeg tijd en goede training voor AI.',
        en: 'I get enough time and good training on AI.',
        fr: "Je reçois assez de temps et une bonne formation à l'IA.",
      },
    ),
    statement(
      'time',
      1,
      {
        nl: 'Wij geven de proef de tijd die nodig is.',
        en: 'We give the pilot the time it needs.',
        fr: 'Nous donnons au pilote le temps nécessaire.',
      },
      {
        nl: 'De proef krijgt de tijd die nodig is.',
        en: 'The pilot gets the time it needs.',
        fr: 'Le pilote reçoit le temps nécessaire.',
      },
    ),
    statement(
      'time',
      2,
      {
        nl: 'Het eerste jaar is bij ons een leerjaar.',
        en: 'For us the first year is a learning year.',
        fr: 'Pour nous, la première année sert à apprendre.',
      },
      {
        nl: 'Ik mag het eerste jaar fouten maken en leren.',
        en: 'In the first year I may make mistakes and learn.',
        fr: 'La première année, je peux me tromper et apprendre.',
      },
    ),
    statement('power', 1, {
      nl: 'Medewerkers beslissen of AI live gaat.',
      en: 'Employees decide whether AI goes live.',
      fr: "Les collaborateurs décident de la mise en service de l'IA.",
    }),
    statement(
      'power',
      2,
      {
        nl: 'Advies van medewerkers verandert onze plannen.',
        en: 'Advice from staff changes our plans.',
        fr: "L'avis du personnel change nos plans.",
      },
      {
        nl: 'Ons advies verandert de plannen van de directie.',
        en: "Our advice changes management's plans.",
        fr: 'Notre avis change les plans de la direction.',
      },
    ),
    statement('direction', 1, {
      nl: 'Medewerkers, HR, managers en ICT werken samen aan dit project.',
      en: 'Staff, HR, managers and IT work on this together.',
      fr: 'Personnel, RH, managers et IT y travaillent ensemble.',
    }),
    statement(
      'direction',
      2,
      {
        nl: 'Iedereen weet wie over het AI-budget beslist.',
        en: 'Everyone knows who decides on the AI budget.',
        fr: 'Chacun sait qui décide du budget IA.',
      },
      {
        nl: 'Ik weet wie over het AI-budget beslist.',
        en: 'I know who decides on the AI budget.',
        fr: 'Je sais qui décide du budget IA.',
      },
    ),
  ],
  scales: { agree5: getScale(pulse, 'agree5') },
  abstain: { nl: 'weet ik niet', en: 'I do not know', fr: 'je ne sais pas' },
})

/** Returns the ten statements as staff read them, with the same ids and in the same order. */
export function mirrorItems(): Item[] {
  return selfCheck.items.map(mirrored)
}
