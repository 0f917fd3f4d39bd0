/**
 * Words that stand before a Dutch, French or German surname.
 *
 * @source Logisch Ontwerp BRP, table 36 (voorvoegsels), shortened to what occurs in the Netherlands and Belgium
 */
const prefixWords = new Set(
  "aan af bij d' da de degli dei del della den der des di do dos du el het 't in 'k la las le les los o' of onder op over 's te ten ter thoe tot uit uijt van vanden vander vom von voor zu zum zur y".split(
    ' ',
  ),
)

export type Surname = { surnamePrefix: string; surname: string }

/**
 * Separates a surname from the words before it: "van der Berg" and "Berg, van der" both become Berg.
 *
 * Only words in small letters are taken off: in Belgium "Van den Berghe" is a name that sorts under the V.
 */
export function splitSurname(written: string): Surname {
  const [name = '', after = ''] = written.split(',').map(part => part.trim())
  if (after !== '' && after.split(' ').every(word => prefixWords.has(plain(word)))) {
    return { surnamePrefix: after, surname: name }
  }
  const words = written.split(' ')
  const first = words.findIndex(word => !prefixWords.has(plain(word)))
  const cut = first === -1 ? words.length - 1 : first
  return withoutElision({ surnamePrefix: words.slice(0, cut).join(' '), surname: words.slice(cut).join(' ') })
}

/** Apostrophes as a keyboard makes them; capitals stay, they mean something here. */
const plain = (word: string) => word.replace(/[’‘`]/g, "'")

/** Takes "d'" off "d'Hondt", where no space shows the border. */
function withoutElision({ surnamePrefix, surname }: Surname): Surname {
  const found = /^(d['’])(\p{Lu}.*)$/u.exec(surname)
  if (!found) return { surnamePrefix, surname }
  return { surnamePrefix: `${surnamePrefix} ${found[1]}`.trim(), surname: found[2]! }
}
