import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type TellingKind, tellingKinds, tellingKindsIn } from '~/ballot-box/telling-words'

type Said = [text: string, ...kinds: TellingKind[]]

const telling: Record<string, Said[]> = {
  nl: [
    ['Mail mij maar: j.devries@bedrijf.nl', 'mail'],
    ['Bel 06-12345678 of 06 12 34 56 78.', 'phone'],
    ['Mijn nummer is +31 6 1234 5678', 'phone'],
    ['Doorkiesnummer 038 123 45 67', 'phone'],
    ['Bel 0471 23 45 67', 'phone'],
    ['Op 3 maart ging het mis.', 'date'],
    ['Dat was op 03-03-2026.', 'date'],
    ['Sinds 2019 werk ik hier.', 'date'],
    ['op 3/12 was er een storing', 'date'],
    ['Stort het op NL91 ABNA 0417 1643 00', 'account'],
    ['Personeelsnummer 004512', 'number'],
    ['Mijn nummer is P-004512', 'number'],
    ['Ik ben de enige die nachtdienst draait', 'alone'],
    ['Als enige vrouw merk ik dat.', 'alone'],
    ['ik was nog de enige', 'alone'],
    ['Ze zeggen dat ik hier de enige ben', 'alone'],
    ['Mijn team van 3 is te klein.', 'group'],
    ['een teampje van vier', 'group'],
    ["we doen het met z'n drieën", 'group'],
    ['wij zijn met maar 4', 'group'],
    ['Volgens Karin Bakker hoeft het niet.', 'name'],
    ['Jan de Vries luistert niet', 'name'],
    ['gisteren zei Anna Van den Berg het', 'name'],
    ['J. Jansen weet ervan', 'name'],
    ['mijn teamleider Karin is streng', 'name'],
    ['Vraag het aan mevrouw De Smet', 'name'],
    ['Éric Dubois zei op 3 mei dat hij 06-12345678 had', 'phone', 'date', 'name'],
  ],
  en: [
    ['Write to me at anna@example.org', 'mail'],
    ['call me on 06-12345678', 'phone'],
    ['It broke on March 3rd.', 'date'],
    ['since 2021 nothing changed', 'date'],
    ['on the 4th of May we waited', 'date'],
    ['staff no. 83321', 'number'],
    ['I am the only one who works nights', 'alone'],
    ['As the only woman I notice', 'alone'],
    ['We are a team of four', 'group'],
    ['there are only three of us', 'group'],
    ['Peter Smith ignores this', 'name'],
    ['my manager Anna never listens', 'name'],
    ['Ms. O’Brien decided it', 'name'],
  ],
  fr: [
    ['Écrivez à anne@exemple.be', 'mail'],
    ['Mon numéro : 0471/23.45.67', 'phone'],
    ['Le 1er mars, tout était bloqué', 'date'],
    ['depuis 2020 rien ne bouge', 'date'],
    ['le 12 août il faisait trop chaud', 'date'],
    ['matricule 77123', 'number'],
    ["J'étais la seule à répondre", 'alone'],
    ['Je suis le seul de nuit', 'alone'],
    ['une équipe de trois', 'group'],
    ['nous sommes quatre', 'group'],
    ['ma collègue Sophie le sait', 'name'],
    ['Mme Dupont refuse', 'name'],
    ['hier Jean-Luc Martin criait', 'name'],
  ],
}

const harmless = [
  'De werkdruk is te hoog. Het systeem loopt vaak vast.',
  'Het enige probleem is de wachtrij; het is de enige keer niet.',
  'De enige manier is meer collega’s.',
  'Wij werken 24/7, van 9-17 uur, soms tot 18.30.',
  'Ik geef het een 8, of 7/10.',
  'Microsoft Teams en Power BI zijn traag.',
  'In Zwolle is het druk. De Kamer ook.',
  'We kregen 10000 gesprekken en 2500 mails in 5 maanden.',
  'Het kost € 12500 of €1.250,50 per jaar.',
  'Meer tijd per gesprek, minder scripts.',
  'Ons team van 14 is goed.',
  'The only problem is the queue. Only one call at a time, please.',
  'Every Monday the system fails. Last Friday too.',
  'AI may help with 5 or 6 tasks in 2 of 3 cases.',
  'It takes 15 minutes @ peak.',
  'La seule raison est le système. Un seul appel à la fois.',
  'Les mails arrivent en retard, 3 fois par jour.',
  'Nous sommes contents. Le Contact Center va bien.',
  '',
]

test.each(Object.entries(telling).flatMap(([language, all]) => all.map(said => [language, ...said] as const)))(
  '%s: "%s" tells',
  (_language, text, ...kinds) => {
    expect(tellingKindsIn(text)).toEqual(kinds)
    expect(tellingKindsIn(`Vandaag ging het goed.\n${text}`), 'also further down').toEqual(kinds)
  },
)

test.each(harmless)('"%s" warns of nothing', text => {
  expect(tellingKindsIn(text)).toEqual([])
})

test('every kind is in the table in Dutch, so that none can stop working unseen', () => {
  expect(new Set(telling.nl!.flatMap(([, ...kinds]) => kinds))).toEqual(new Set(tellingKinds))
})

test('control: a look-out that warns of every capital is caught by what is harmless', () => {
  const careless = (text: string) => /\p{Lu}/u.test(text)
  expect(harmless.filter(careless).length).toBeGreaterThan(10)
})

test('the longest comment is read in the time of a key press, whatever stands in it', () => {
  for (const piece of ['a', '@', '1', 'A', "A'", '0 ', 'Jan ', 'de ', 'nl12', '+0(']) {
    const started = performance.now()
    tellingKindsIn(piece.repeat(500 / piece.length))
    expect(performance.now() - started, piece).toBeLessThan(50)
  }
})

test('there is no look-behind in it: a browser of 2022 would refuse the whole page', () => {
  const hasLookBehind = (text: string) => /\(\?<[=!]/.test(text)
  expect(hasLookBehind(readFileSync('app/ballot-box/telling-words.ts', 'utf8'))).toBe(false)
  expect(hasLookBehind('(?<!a)b'), 'control').toBe(true)
})
