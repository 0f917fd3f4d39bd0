/** A piece of a page that is already safe to send. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[] | undefined | false

const spelled: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Spells text so that a browser shows it and never obeys it, between tags and inside quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => spelled[character]!)
}

/** Writes a piece of a page; everything put in is escaped unless it is markup itself. Line breaks in the source vanish. */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(fixed.map((text, at) => text.replace(/\n\s*/g, '') + written(parts[at])).join(''))
}

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  return Array.isArray(part) ? part.map(written).join('') : escaped(String(part))
}

/**
 * Writes a sentence in which the browser fills in what only this device knows.
 * `{name}` in the sentence becomes an empty place with that name.
 */
export function withPlaces(sentence: string): Markup {
  const pieces = sentence.split(/\{(\w+)\}/)
  return new Markup(pieces.map((piece, at) => (at % 2 ? `<b data-place="${piece}"></b>` : escaped(piece))).join(''))
}
