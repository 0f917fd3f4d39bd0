// Words that may tell who wrote them. What is found is sent nowhere and kept nowhere, and nothing is changed or stopped.
// No look-behind: a browser of 2022 would refuse the whole page for it.

/** The kinds that are looked for; every language has a sentence for each. */
export const tellingKinds = ['mail', 'account', 'phone', 'date', 'number', 'alone', 'group', 'name'] as const
export type TellingKind = (typeof tellingKinds)[number]

const month =
  '(?:jan(?:uar[iy]|vier)?|feb(?:ruar[iy])?|f[ée]v(?:r(?:ier)?)?|maart|mrt|march|mars|apr(?:il)?|avril|mei|may|mai|juni?|june|juin|juli|july|juillet|aug(?:ust(?:us)?)?|ao[uû]t|sept?(?:emb(?:er|re))?|o[kc]t(?:ob(?:er|re))?|nov(?:emb(?:er|re))?|d[eé]c(?:emb(?:er|re))?)'
const nth = '[0-3]?\\d(?:e|er|ste|de|st|nd|rd|th)?'
const year = '(?:19|20)\\d\\d'
const few =
  '(?:[2-9]|twee|drie|vier|vijf|zes|zeven|acht|negen|two|three|four|five|six|seven|eight|nine|deux|trois|quatre|cinq|sept|huit|neuf)(?![\\d\\p{L}])'

/** Often written with a capital and nobody's name: words that begin a sentence, days, products, places. */
const nobody =
  '(?:De|Het|Een|Den|In|Op|Als|Bij|Met|Voor|Van|Ik|Wij|We|Dit|Dat|Die|En|Of|Maar|Ook|Niet|Sinds|Volgens|The|An|At|On|For|With|Our|My|This|That|And|But|If|When|Since|Every|Last|Next|\\p{L}+day|\\p{L}+(?:ember|ober)|January|February|March|April|June|July|August|Dutch|English|French|Le|La|Les|Une?|Des|Du|Nous|Je|Il|Elle|Mon|Ma|Ce|Et|Mais|Si|Chez|Avec|Pour|Dans|Depuis|Microsoft|Teams|Google|Power|Office|Windows|Copilot|Open|Chat|Service|Contact|Customer|Call|North|South|New|Noord|Zuid|Oost|West|Sint|Saint)(?!\\p{L})'
const link = "(?:(?:[Vv]an|[Dd]e[nrs]?|[Dd]u|[Vv]on|[Ll][ae]|[Tt]e[rn]|['’]t|[Ee]l|[Bb]en) )*"
const proper = `(?!${nobody})\\p{Lu}[\\p{Ll}'’-]+`
const calling =
  "(?:[Cc]ollega(?:[’']s)?|[Tt]eamleid(?:er|ster)|[Ll]eidinggevende|[Mm]anager|[Cc]oach|[Mm]eneer|[Mm]evrouw|[Dd]hr|[Mm]evr|M[rs]s?|[Cc]olleague|[Bb]oss|[Ss]upervisor|[Cc]oll[èe]gue|[Cc]heffe?|[Mm]onsieur|[Mm]adame|Mme|[Rr]esponsable)"

const looks: Record<TellingKind, readonly string[]> = {
  mail: ['[^\\s@]+@[^\\s@]+'],
  account: ['\\b[a-z]{2}\\d{2}(?: ?[a-z\\d]{4}){2,7}(?: ?[a-z\\d]{1,3})?\\b'],
  phone: ['(?:\\+|\\b00)\\d(?:[ ./()-]{0,2}\\d){8,13}', '\\b0\\d(?:[ ./-]?\\d){7,8}\\b'],
  date: [
    `\\b${nth}(?: of| de)? ${month}(?!\\p{L})`,
    `\\b${month} (?:${year}|${nth})\\b`,
    `\\b[0-3]?\\d([-/.])[01]?\\d\\1(?:${year}|\\d\\d)\\b`,
    `\\b${year}-[01]\\d-[0-3]\\d\\b`,
    `\\b(?:sinds|vanaf|since|depuis) ${year}\\b`,
    '\\b(?:op|le|on) [0-3]?\\d[-/][01]?\\d\\b',
  ],
  number: ['\\b[a-z]{0,2}-?(?!\\d+000\\b)\\d{5,}\\b'],
  alone: [
    '\\b(?:ik|ben|was) (?:ik )?(?:nu |nog |hier )*(?:de )?enige(?!\\p{L})|\\bals (?:de )?enige(?!\\p{L})',
    '\\bde enige (?:die|met|van|vrouw|man|in|op|uit)(?!\\p{L})',
    '\\bthe only (?:one|person|wom[ae]n|m[ae]n|employee|agent|colleague)\\b|\\bonly I\\b',
    '(?:suis|[ée]tais) (?:le |la )?seule?(?!\\p{L})|\\bl[ea] seule? (?:[àa] |qui |de |dans |femme|homme|personne)',
    '\\bcomme seule?(?!\\p{L})',
  ],
  group: [
    `\\b(?:team|groep|ploeg|afdeling)(?:p?je)? (?:van|met|of) ${few}|(?:[ée]quipe|groupe) de ${few}`,
    `\\bmet (?:z['’]n|ons) (?:twee|drie|vier|vijf|zess|zeven|acht|neg)[eë]*n|\\bw(?:ij|e) zijn met (?:maar )?${few}`,
    `\\b(?:[2-9]|two|three|four|five|six) of us\\b|(?:nous sommes|on est) (?:[àa] )?${few}`,
  ],
  name: [
    `(?:^|[^\\p{L}])(?:${proper}|(?:\\p{Lu}\\. ?)+) ?${link}${proper}`,
    `(?:^|[^\\p{L}])${calling}\\.? ${link}${proper}`,
  ],
}

const tells = tellingKinds.map(
  kind => [kind, new RegExp(looks[kind].join('|'), kind === 'name' ? 'gu' : 'giu')] as const,
)

/**
 * Returns what in a text may tell who wrote it, each kind once.
 * What one kind has found is no other kind's: a telephone number is not a staff number too. Amounts of money are nothing.
 */
export function tellingKindsIn(text: string): TellingKind[] {
  let left = text.replace(/[€$] ?[\d.,]+/g, '·')
  return tells.flatMap(([kind, look]) => {
    const before = left
    left = left.replace(look, '·')
    return left === before ? [] : kind
  })
}
