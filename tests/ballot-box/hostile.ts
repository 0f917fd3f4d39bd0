import { randomBytes } from 'node:crypto'
import { makeCast, quickToken, type Round } from './round'

/** Texts that no person types: nothing, half a character, far too long, and words that mean something to programs. */
export const texts = {
  nothing: 'a\0b',
  onlyNothing: '\0'.repeat(500),
  halfACharacter: `a${'\ud800'}b`,
  halves: '\udfff'.repeat(500),
  long: 'x'.repeat(15_000),
  wide: '👩‍👩‍👧'.repeat(1_000),
  turned: '\u202e\u2028\ufeff',
  prototype: '__proto__',
  formula: "=1+1'; drop table ballot; --",
}

const paths = ['', '/manifest.json', '/receipts.txt', '/move', '/ballot', '/slip', '/kiosk', '/unknown']
/** Addresses that nobody is given. */
export const addresses = [
  ...paths.map(path => `/ballot/R1${path}`),
  ...[
    '%00',
    '%ED%A0%80',
    '%',
    '%zz',
    '__proto__',
    'constructor',
    'x'.repeat(3000),
    '..%2f..%2fbox.db',
    '👩‍👩‍👧',
  ].flatMap(id => paths.map(path => `/ballot/${encodeURI(id).replaceAll('%25', '%')}${path}`)),
]

export type Sent = { at: string; body: Uint8Array<ArrayBuffer>; type: string }
const form = 'application/x-www-form-urlencoded'
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const fields = (values: Record<string, string>) => bytes(new URLSearchParams(values).toString())
const rawFields = (code: string, remark: string) => bytes(`step=send&code=${code}&q.P01=4&remark=${remark}`)

/** Everything that is wrong with a ballot that a phone sends, one thing at a time. */
export async function ballots(round: Round): Promise<Sent[]> {
  const good = JSON.parse(await makeCast(round, quickToken(round))) as Record<string, unknown>
  const wrong: unknown[] = [...Object.values(texts), null, 1, [], {}, ['a'], { toString: 1 }, Number.MAX_VALUE]
  const changed = Object.keys(good).flatMap(name => wrong.map(value => ({ ...good, [name]: value })))
  const bodies = [...changed, null, 1, 'text', [], [good], {}, { ...good, more: texts.nothing }].map(one =>
    JSON.stringify(one),
  )
  const raw = ['', '{', '\0', '[['.repeat(7000), '{"unit":'.repeat(1500), `{"__proto__":${JSON.stringify(good)}}`]
  const torn = [new Uint8Array(randomBytes(9000)), bytes('{"unit":"U1\ud800"}'), new Uint8Array([0xff, 0xfe, 0])]
  return [...[...bodies, ...raw].map(bytes), ...torn].map(body => ({
    at: '/ballot/R1/ballot',
    body,
    type: 'application/json',
  }))
}

/** Everything that is wrong with the page of a slip: in each of its fields, and in the form itself. */
export function slips(codes: readonly string[]): Sent[] {
  const good = { step: 'send', code: codes[0]!, 'q.P01': '4', remark: '' }
  const changed = Object.keys(good).flatMap(name =>
    Object.values(texts).map(text => fields({ ...good, [name]: text, code: name === 'code' ? text : codes.at(-1)! })),
  )
  const raw = ['%00', '%ED%A0%80', '%', '%zz'].map((text, nth) => rawFields(codes[1 + nth]!, text))
  const odd = ['', '&&&=', 'q.P01', '\0', `code=${'&code=a'.repeat(1500)}`].map(bytes)
  const bodies = [...changed, ...raw, ...odd, new Uint8Array(randomBytes(9000))]
  const types = [form, 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/json', 'text/plain']
  const sent = types.flatMap(type => bodies.map(body => ({ body, type })))
  return sent.flatMap(one => [
    { ...one, at: '/ballot/R1/slip' },
    { ...one, at: '/ballot/R1/kiosk' },
  ])
}
