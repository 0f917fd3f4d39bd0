import type { SourceFile } from './reading'

/** Texts that no person types: nothing, half a character, far too long, and words that mean something to programs. */
export const hostileTexts = {
  nothing: 'a\0b',
  halfACharacter: 'a\ud800b',
  long: 'x'.repeat(100_000),
  wide: '👩‍👩‍👧'.repeat(400),
  prototype: '__proto__',
  formula: "=1+1'; drop table rounds; --",
  empty: '',
  day: '2026-13-45',
  number: '-9e999',
}

/** Finds what fields of forms and searches are called anywhere in the app. */
export function fieldNames(files: readonly SourceFile[]): string[] {
  const found = files.flatMap(({ text }) => [
    ...text.matchAll(/(?:\bname[:=] ?\{?|\.get\(|\.has\()['"`]([a-z]\w*)['"`]/gi),
  ])
  const keys = files.flatMap(({ text }) => [...text.matchAll(/^\s+(\w+): z\s*\./gm)])
  return [...new Set([...found, ...keys].map(match => match[1]!))].sort()
}

type Body = { name: string; body: string | FormData | URLSearchParams; headers?: Record<string, string> }
type Written = { name: string; body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

/** Writes bodies as no page of ours sends them, byte by byte: some are so long that each is written only once. */
export const bodiesOf = (names: readonly string[]): Promise<Written[]> =>
  Promise.all(
    sayingsOf(names).map(async ({ name, body, headers }) => {
      const written = new Response(body, { headers })
      return { name, body: new Uint8Array(await written.arrayBuffer()), headers: Object.fromEntries(written.headers) }
    }),
  )

/** Every field with a bad text, and what is no form and no JSON at all. */
function sayingsOf(names: readonly string[]): Body[] {
  const forms = Object.entries(hostileTexts).map(([name, text]) => ({
    name: `form, ${name}`,
    body: new URLSearchParams(names.map(field => [field, text.length > 1000 ? text.slice(0, 5000) : text])),
  }))
  const files = new FormData()
  for (const field of names) files.append(field, new File(['a\0b'], 'a\0b.csv'))
  const json = { 'content-type': 'application/json' }
  const objects = Object.entries(hostileTexts).flatMap(([name, text]) => [
    {
      name: `JSON, ${name}`,
      body: JSON.stringify(Object.fromEntries(names.map(field => [field, text]))),
      headers: json,
    },
    ...(text.length === 3 || text.length > 9000 ? jsonOf(text) : []).map(body => ({
      name: `JSON of its own, ${name}`,
      body: JSON.stringify(body),
      headers: json,
    })),
  ])
  const raw = ['', '{', 'null', '1', '[]', '"x"', '\0', '[['.repeat(9000)].map(body => ({
    name: `raw ${body.slice(0, 9)}`,
    body,
    headers: json,
  }))
  const types = [
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ]
  const odd = types.map(type => ({ name: type, body: 'a=%00&%&b', headers: { 'content-type': type } }))
  return [...forms, { name: 'files', body: files }, ...objects, ...raw, ...odd]
}

/** What the doors for programs take, right but for one text. */
const jsonOf = (text: string) => {
  const hash = 'A'.repeat(43)
  const sha256 = `sha256:${'0'.repeat(64)}`
  const signature = `${'A'.repeat(86)}==`
  const cell = { cellId: text, itemId: text, unitIds: [text], n: 9, favourable: [3, 3], unfavourable: [3, 3] }
  const comments = [{ cellId: text, labels: [text], unitIds: [text], bodies: [text] }]
  const none = { cells: [], held: [], comments: [], ballotsPerCell: [], counted: 0, rejected: 0 }
  return [
    { unit: text, hashes: [hash] },
    { unit: 'U1', hashes: [text] },
    { blinded: text },
    { size: 1, line: text },
    { tally: { ...none, cells: [cell], comments }, receipts: sha256, signature, wholeSignature: signature },
    { tally: none, receipts: text, signature: text, wholeSignature: text },
  ]
}
