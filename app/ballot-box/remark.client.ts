import { findAll } from './screens.client'
import { tellingKindsIn } from './telling-words'

/** Milliseconds without a key before a warning appears, so that it is not read aloud in the middle of a word. */
const stillMilliseconds = 500

/**
 * Watches the field for a remark: beside it is shown what in it may tell who wrote it, once nobody types for a moment.
 * That stops nothing and sends nothing. What stands there already is looked at too.
 *
 * @returns the same field
 */
export function watchRemark(remark: HTMLTextAreaElement): HTMLTextAreaElement {
  const form = remark.form!
  let still: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const kinds: string[] = tellingKindsIn(remark.value)
    for (const warning of findAll('[data-tells]', form))
      warning.hidden = !kinds.includes(warning.dataset.tells || kinds[0]!)
  }
  const lookSoon = () => {
    clearTimeout(still)
    still = setTimeout(look, stillMilliseconds)
  }
  remark.addEventListener('input', lookSoon)
  form.addEventListener('reset', lookSoon)
  if (remark.value) lookSoon()
  return remark
}
