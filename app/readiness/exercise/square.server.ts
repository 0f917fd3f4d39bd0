import { config } from '~/config.server'
import { codeFor } from '~/ledger/poster.server'

/** Returns where people type the code of an exercise, and the square that leads there at once. */
export function wayIn(code: string) {
  const address = `${config.origin}/dots`
  return { address: address.replace(/^https?:\/\//, ''), square: codeFor(`${address}/${code}`) }
}
