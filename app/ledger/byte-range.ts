/** A part of something served: both ends count. */
export type ByteRange = { first: number; last: number }

/**
 * Reads which bytes a program asks for. Several parts at once are answered with the whole, as the standard allows.
 *
 * @returns `undefined` for the whole, `'none'` when there are no such bytes
 */
export function byteRange(asked: string | null, length: number): ByteRange | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first > last ? 'none' : { first, last }
}
