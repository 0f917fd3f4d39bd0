import { watchRemark } from './remark.client'
import { fill, find, findAll, on, reveal, show } from './screens.client'
import type { Answers } from './unseal'

/** Milliseconds in which a person sees that the tap arrived before the next card comes. */
const seenMilliseconds = 160

export type Cards = { begin: () => void; resume: () => void; answers: () => Answers; wipe: () => void }

/** Brings the cards to life: one at a time, forward by tap or key, and back without losing anything. */
export function openCards(finish: () => void): Cards {
  const form = find<HTMLFormElement>('form')
  const cards = findAll<HTMLFieldSetElement>('fieldset', form)
  const remark = watchRemark(find('textarea', form))
  let at = 0
  const isPointed = watchHand()
  let turning: ReturnType<typeof setTimeout> | undefined

  const chosen = () => cards[at]!.querySelector<HTMLInputElement>('input:checked')
  const turn = (to: number) => {
    clearTimeout(turning)
    if (to < 0) return show('start')
    at = Math.min(to, cards.length - 1)
    show('cards')
    draw()
    const first = chosen() ?? cards[at]!.querySelector<HTMLElement>('input')
    ;((!isPointed() && first) || cards[at]!).focus({ preventScroll: true })
  }
  const draw = () => {
    const isLast = at === cards.length - 1
    for (const [place, card] of cards.entries()) card.hidden = place !== at
    find('[data-step]').hidden = isLast
    find<HTMLProgressElement>('progress').value = at + 1
    fill('step', at + 1)
    fill('steps', cards.length - 1)
    fill('left', remark.maxLength - remark.value.length)
    reveal('[data-do="finish"]', isLast)
    reveal('[data-do="skip"]', !isLast)
    reveal('[data-do="next"]', !isLast && chosen() !== null)
  }

  form.addEventListener('click', event => {
    if (!(event.target instanceof HTMLInputElement)) return
    draw()
    clearTimeout(turning)
    if (isPointed()) turning = setTimeout(turn, seenMilliseconds, at + 1)
  })
  form.addEventListener('input', draw)
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (at === cards.length - 1) finish()
    else if (chosen()) turn(at + 1)
  })
  on('skip', () => {
    const choice = chosen()
    if (choice) choice.checked = false
    turn(at + 1)
  })
  for (const back of findAll('[data-do="back"]', form)) back.addEventListener('click', () => turn(at - 1))

  return {
    begin: () => turn(at),
    resume: () => turn(cards.length - 1),
    answers: () => answersIn(form, remark),
    wipe: () => form.reset(),
  }
}

/** Tells whether somebody points or uses keys: a tap turns the card, while a key may still be on its way to another answer. */
function watchHand(): () => boolean {
  let isPointed = false
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, () => {
      isPointed = kind === 'pointerdown'
    })
  return () => isPointed
}

/** Reads the answers; a skipped question and one abstained from are both simply not there. */
function answersIn(form: HTMLFormElement, remark: HTMLTextAreaElement): Answers {
  const chosen = findAll<HTMLInputElement>('input:checked', form).filter(({ value }) => value !== '')
  return { v: 1, a: Object.fromEntries(chosen.map(({ name, value }) => [name, Number(value)])), c: remark.value.trim() }
}
