import { shortReceipt } from './receipt'
import { fill, find, on, reveal, show } from './screens.client'

export { shortReceipt } from './receipt'

/** Shows the receipt with two ways to take it along. */
export function showReceipt(round: string, receipt: string, isWiped = true) {
  fill('receipt', shortReceipt(receipt))
  reveal('[data-wiped]', isWiped)
  reveal('[data-not-wiped]', !isWiped)
  const save = find<HTMLAnchorElement>('[data-save]')
  const text = `${location.origin}/ballot/${round}\n${receipt}\n`
  save.href = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`
  save.download = `${round}.txt`
  // A page without https gets no clipboard.
  reveal('[data-do="copy"]', Boolean(navigator.clipboard))
  on('copy', () => navigator.clipboard.writeText(receipt).then(() => reveal('[data-copied]', true)))
  show('receipt')
}
