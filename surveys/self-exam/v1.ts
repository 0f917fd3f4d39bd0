import type { Words } from '../instrument'
import { checkedQuestions, type OpenQuestion, questionsOfTopic } from '../open-questions'
import { domainLabels, domains } from '../self-check/v1'

/** Who has three questions of their own, beside the fifteen that management answers together. */
export const examRoles = ['executive', 'hr', 'team_lead', 'project_lead', 'works_council'] as const
export type ExamRole = (typeof examRoles)[number]

/** The names of those roles. */
export const examRoleLabels: Readonly<Record<ExamRole, Words>> = {
  executive: { nl: 'directie', en: 'executive board', fr: 'direction' },
  hr: { nl: 'personeelszaken (HR)', en: 'human resources (HR)', fr: 'ressources humaines (RH)' },
  team_lead: { nl: 'teamleider', en: 'team lead', fr: "chef d'équipe" },
  project_lead: { nl: 'projectleider AI', en: 'AI project lead', fr: 'chef de projet IA' },
  works_council: { nl: 'ondernemingsraad', en: 'works council', fr: "conseil d'entreprise" },
}

/** What a question is about: a domain of the self-check, or one role. */
export const examTopics = [...domains, ...examRoles] as const
export type ExamTopic = (typeof examTopics)[number]

const ask = (topic: ExamTopic, place: number, text: Words): OpenQuestion => ({ id: `${topic}.${place}`, topic, text })

/**
 * The self-exam: fifteen questions that management asks itself, three to a domain, and three for each role. They are
 * answered in one's own words, and only by whom they are for; none asks about a person. Our own texts.
 * Asked texts never change: read ../README.md before touching a word.
 * @source Our own questions, on the five domains of the self-check (instruments.md, section 3a-bis).
 */
export const selfExam = checkedQuestions({
  id: 'self-exam',
  version: 1,
  topics: { ...domainLabels, ...examRoleLabels },
  questions: [
    ask('trust', 1, {
      nl: 'Welke belofte van de laatste twee jaar braken jullie, en wie heeft dat van jullie gehoord?',
      en: 'Which promise of the past two years did you break, and who heard that from you?',
      fr: "Quelle promesse des deux dernières années avez-vous rompue, et qui l'a appris de vous ?",
    }),
    ask('trust', 2, {
      nl: 'Welk slecht nieuws over AI hebben jullie nog niet verteld, en waar wachten jullie op?',
      en: 'Which bad news about AI have you not told yet, and what are you waiting for?',
      fr: "Quelle mauvaise nouvelle sur l'IA n'avez-vous pas encore donnée, et qu'attendez-vous ?",
    }),
    ask('trust', 3, {
      nl: 'Wat moeten medewerkers zien om jullie te geloven, en op welke dag kunnen ze dat zien?',
      en: 'What do staff need to see to believe you, and on which day can they see it?',
      fr: 'Que doit voir le personnel pour vous croire, et quel jour le verra-t-il ?',
    }),
    ask('knowledge', 1, {
      nl: 'Wat kan de AI niet die jullie willen gebruiken, en hoe weten jullie dat?',
      en: 'What can the AI you want to use not do, and how do you know?',
      fr: "Que ne sait pas faire l'IA que vous voulez utiliser, et comment le savez-vous ?",
    }),
    ask('knowledge', 2, {
      nl: 'Wanneer luisterden jullie voor het laatst een dag mee met klantgesprekken, en wat viel op?',
      en: 'When did you last listen in on customer calls for a whole day, and what struck you?',
      fr: "Quand avez-vous écouté des appels de clients pendant toute une journée, et qu'avez-vous remarqué ?",
    }),
    ask('knowledge', 3, {
      nl: 'Welk werk van agents zien jullie nooit, en wie kan het laten zien voordat AI het overneemt?',
      en: 'Which work of agents do you never see, and who can show it before AI takes it over?',
      fr: "Quel travail des agents ne voyez-vous jamais, et qui peut le montrer avant que l'IA ne le reprenne ?",
    }),
    ask('time', 1, {
      nl: 'Wat doen jullie als AI na een jaar nog niet goed genoeg is?',
      en: 'What will you do if AI is still not good enough after a year?',
      fr: "Que ferez-vous si l'IA n'est toujours pas assez bonne après un an ?",
    }),
    ask('time', 2, {
      nl: 'Welk werk stopt of wacht, zodat mensen in werktijd kunnen leren?',
      en: 'Which work stops or waits, so that people can learn in working hours?',
      fr: "Quel travail s'arrête ou attend, pour que chacun puisse apprendre pendant ses heures de travail ?",
    }),
    ask('time', 3, {
      nl: 'Wie koos de datum waarop AI klaar moet zijn, en wat gebeurt er als die datum niet lukt?',
      en: 'Who chose the date on which AI must be ready, and what happens if it is missed?',
      fr: "Qui a choisi la date à laquelle l'IA doit être prête, et que se passe-t-il si elle n'est pas tenue ?",
    }),
    ask('power', 1, {
      nl: 'Welke beslissing over AI nemen medewerkers zelf, zonder dat jullie die terugdraaien?',
      en: 'Which decision about AI do staff take themselves, without you reversing it?',
      fr: "Quelle décision sur l'IA le personnel prend-il lui-même, sans que vous reveniez dessus ?",
    }),
    ask('power', 2, {
      nl: 'Welk plan veranderde door advies van medewerkers, en wat werd er precies anders?',
      en: 'Which plan changed because of advice from staff, and what exactly became different?',
      fr: "Quel plan a changé grâce à l'avis du personnel, et qu'est-ce qui est devenu différent ?",
    }),
    ask('power', 3, {
      nl: 'Wat doen jullie als de werkgroep nee zegt en de planning al vaststaat?',
      en: 'What will you do if the working group says no and the dates are already fixed?',
      fr: 'Que ferez-vous si le groupe de travail dit non alors que le calendrier est déjà fixé ?',
    }),
    ask('direction', 1, {
      nl: 'Wie beslist over het geld voor AI, en waar kan iedereen dat lezen?',
      en: 'Who decides on the money for AI, and where can everyone read that?',
      fr: "Qui décide de l'argent pour l'IA, et où chacun peut-il le lire ?",
    }),
    ask('direction', 2, {
      nl: 'Waaraan merken jullie dat het project moet stoppen, en wie mag dat zeggen?',
      en: 'How will you notice that the project must stop, and who may say so?',
      fr: "À quoi verrez-vous que le projet doit s'arrêter, et qui a le droit de le dire ?",
    }),
    ask('direction', 3, {
      nl: 'Hoeveel uur in het rooster krijgen medewerkers om mee te ontwerpen, en vanaf welke dag?',
      en: 'How many rostered hours do staff get to help design this, and from which day?',
      fr: "Combien d'heures au planning le personnel reçoit-il pour participer à la conception, et à partir de quel jour ?",
    }),
    ask('executive', 1, {
      nl: 'Iemand vraagt of haar baan blijft. Wat antwoord je, woord voor woord?',
      en: 'Somebody asks whether her job will stay. What do you answer, word for word?',
      fr: 'Une personne demande si son emploi restera. Que répondez-vous, mot pour mot ?',
    }),
    ask('executive', 2, {
      nl: 'Wat doe je met de tijd die AI oplevert, en wat doe je er zeker niet mee?',
      en: 'What will you do with the time that AI frees, and what will you certainly not do with it?',
      fr: "Que ferez-vous du temps que l'IA libère, et que n'en ferez-vous certainement pas ?",
    }),
    ask('executive', 3, {
      nl: 'Wat geef je zelf op om dit goed te doen: geld, tempo of zeggenschap?',
      en: 'What do you give up yourself to do this well: money, speed or control?',
      fr: 'À quoi renoncez-vous vous-même pour bien faire : argent, vitesse ou pouvoir de décision ?',
    }),
    ask('hr', 1, {
      nl: 'Welke functies veranderen als eerste, en wat is daar al over verteld?',
      en: 'Which jobs change first, and what has been said about that already?',
      fr: "Quelles fonctions changent en premier, et qu'en a-t-on déjà dit ?",
    }),
    ask('hr', 2, {
      nl: 'Welke gegevens over medewerkers komen nooit in een AI-systeem, en wie controleert dat?',
      en: 'Which data about staff will never enter an AI system, and who checks that?',
      fr: "Quelles données sur le personnel n'entreront jamais dans un système d'IA, et qui le contrôle ?",
    }),
    ask('hr', 3, {
      nl: 'Wat bied je aan wie het nieuwe werk niet wil of niet kan, en is daar geld voor?',
      en: 'What do you offer to whoever does not want the new work or cannot do it, and is there money for it?',
      fr: 'Que proposez-vous à qui ne veut pas ou ne peut pas faire le nouveau travail, et y a-t-il un budget ?',
    }),
    ask('team_lead', 1, {
      nl: 'Welke vraag over AI van je team kun je niet beantwoorden, en wie kan dat wel?',
      en: 'Which question about AI from your team can you not answer, and who can?',
      fr: "À quelle question de votre équipe sur l'IA ne savez-vous pas répondre, et qui le sait ?",
    }),
    ask('team_lead', 2, {
      nl: 'Hoe merk je dat mensen zwijgen over AI, en wat doe je dan?',
      en: 'How do you notice that people keep silent about AI, and what do you do then?',
      fr: "À quoi voyez-vous que l'on se tait sur l'IA, et que faites-vous alors ?",
    }),
    ask('team_lead', 3, {
      nl: 'Hoeveel tijd heb je deze maand voor gesprekken, en wat laat je daarvoor liggen?',
      en: 'How much time do you have for conversations this month, and what do you leave undone for it?',
      fr: 'Combien de temps avez-vous ce mois-ci pour des entretiens, et que laissez-vous de côté pour cela ?',
    }),
    ask('project_lead', 1, {
      nl: 'Welke fouten maakt AI nu, en laat je die aan agents zien?',
      en: 'Which mistakes does AI make now, and do you show them to agents?',
      fr: "Quelles erreurs l'IA fait-elle aujourd'hui, et les montrez-vous aux agents ?",
    }),
    ask('project_lead', 2, {
      nl: 'Wie schreef op wanneer AI goed genoeg is, en wie mag de start tegenhouden?',
      en: 'Who wrote down when AI is good enough, and who may hold back the start?',
      fr: "Qui a écrit quand l'IA est assez bonne, et qui peut retenir le démarrage ?",
    }),
    ask('project_lead', 3, {
      nl: 'Welke vragen van klanten gaan altijd naar een mens, en is daar rooster voor?',
      en: 'Which questions from customers always go to a human, and is that in the roster?',
      fr: 'Quelles questions de clients vont toujours à un humain, et est-ce prévu au planning ?',
    }),
    ask('works_council', 1, {
      nl: 'Wanneer hoorden jullie van dit plan, en wat kon jullie advies toen nog veranderen?',
      en: 'When did you hear of this plan, and what could your advice still change at that time?',
      fr: 'Quand avez-vous appris ce projet, et que pouvait encore changer votre avis à ce moment ?',
    }),
    ask('works_council', 2, {
      nl: "Welke groepen collega's hebben jullie nog niet over AI gehoord, en wanneer gebeurt dat?",
      en: 'Which groups of colleagues have you not heard about AI yet, and when will you?',
      fr: "Quels groupes de collègues n'avez-vous pas encore entendus sur l'IA, et quand le ferez-vous ?",
    }),
    ask('works_council', 3, {
      nl: 'Welke eis laten jullie niet vallen, ook niet onder tijdsdruk, en hoe controleren jullie die?',
      en: 'Which demand will you not drop, not even under time pressure, and how do you check it?',
      fr: "Quelle exigence n'abandonnerez-vous pas, même dans l'urgence, et comment la contrôlez-vous ?",
    }),
  ],
})

/** Returns the three questions of a domain or of a role, in the order in which they are asked. */
export function examQuestions(topic: ExamTopic): OpenQuestion[] {
  return questionsOfTopic(selfExam, topic)
}
