import type { SourceFile } from './reading'

/** A catalogue or a part of one, as translators' tools read it. */
export type Words = { [key: string]: string | Words }

/** Returns every key with its words, written with dots. */
export function flatten(words: Words, before = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : [...flatten(value, `${before}${key}.`)],
  )
  return new Map(entries)
}

const pluralEnding = /_(zero|one|two|few|many|other)$/
const baseOf = (key: string) => key.replace(pluralEnding, '')
const bases = (words: Map<string, string>) => new Set([...words.keys()].map(baseOf))

/** Returns keys that one language has and the other has not; plurals are compared by their base. */
export function missingKeys(source: Words, other: Words): string[] {
  const [here, there] = [bases(flatten(source)), bases(flatten(other))]
  const missing = [...here].filter(key => !there.has(key)).map(key => `missing: ${key}`)
  return [...missing, ...[...there].filter(key => !here.has(key)).map(key => `left over: ${key}`)]
}

/** Returns plurals that lack a form the language needs, or have one it does not know. French needs `many` for millions. */
export function wrongPlurals(words: Words, language: string): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const all = flatten(words)
  const plurals = new Set([...all.keys()].filter(key => pluralEnding.test(key)).map(baseOf))
  return [...plurals].flatMap(base => {
    const has = [...all.keys()]
      .filter(key => baseOf(key) === base && pluralEnding.test(key))
      .map(key => key.split('_').at(-1)!)
    const lacking = needed.filter(form => !has.includes(form)).map(form => `${base} lacks _${form}`)
    return [
      ...lacking,
      ...has.filter(form => !needed.includes(form as never)).map(form => `${base} does not need _${form}`),
    ]
  })
}

const placeholdersIn = (words: Words) => {
  const found = new Map<string, Set<string>>()
  for (const [key, text] of flatten(words)) {
    const names = found.get(baseOf(key)) ?? new Set()
    for (const [, name] of text.matchAll(/\{\{\s*([\w.]+)/g)) names.add(name!)
    found.set(baseOf(key), names)
  }
  return found
}

/** Returns keys whose placeholders differ between two languages. `count` may stay unsaid in a form such as "one person". */
export function differentPlaceholders(source: Words, other: Words): string[] {
  const there = placeholdersIn(other)
  return [...placeholdersIn(source)]
    .filter(([key, names]) => there.has(key) && spelled(names) !== spelled(there.get(key)!))
    .map(([key]) => key)
}

const spelled = (names: Set<string>) =>
  [...names]
    .filter(name => name !== 'count')
    .sort()
    .join()

/** Returns every reason that some rule refuses with and no catalogue has words for. */
export function wordlessReasons(files: SourceFile[], words: Words): string[] {
  const known = new Set([...flatten(words).keys()].flatMap(key => baseOf(key).split('.')))
  const reasons = files.flatMap(({ text }) => [...text.matchAll(/\brefuse\('(\w+)'\)/g)].map(match => match[1]!))
  return [...new Set(reasons)].filter(reason => !known.has(reason)).sort()
}

/** Returns every key that no file asks for, neither in full nor through a template such as `shell.error.${kind}Title`. */
export function unusedKeys(files: SourceFile[], words: Words): string[] {
  const text = files.map(file => file.text).join('\n')
  const plain = new Set([...text.matchAll(/['"`]([\w.]+)['"`]/g)].map(match => match[1]!))
  const templates = [...text.matchAll(/`(\w+\.[\w.]*\$\{[^`\s]*)`/g)].map(match => asPattern(match[1]!))
  const isAsked = (key: string) => plain.has(key) || templates.some(template => template.test(key))
  return [...bases(flatten(words))].filter(key => !isAsked(key)).sort()
}

/** A template asks for every key that has something where it has a value. */
const asPattern = (template: string) =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map(part => part.replaceAll('.', '\\.'))
      .join('.+')}$`,
  )
