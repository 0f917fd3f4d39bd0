/** Finds what the server wrote; everything this script shows is in the page already. */
export function find<T extends HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector)
  if (!found) throw new Error(selector)
  return found
}

/** Finds all that match. */
export function findAll<T extends HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)]
}

/** Shows one screen and hides the others; a screen reader is taken to its heading. */
export function show(name: string) {
  for (const screen of findAll('[data-screen]')) screen.hidden = screen.dataset.screen !== name
  find('footer').hidden = name === 'cards' || name === 'choice'
  document.querySelector<HTMLElement>(`[data-screen="${name}"] h2[tabindex]`)?.focus()
  scrollTo(0, 0)
}

/** Writes text into every place with this name. */
export function fill(place: string, text: string | number) {
  for (const one of findAll(`[data-place="${place}"]`)) one.textContent = String(text)
}

/** Shows or hides everything that matches. */
export function reveal(selector: string, isShown: boolean) {
  for (const one of findAll(selector)) one.hidden = !isShown
}

/** Does something whenever a button or link with this deed is pressed. */
export function on(deed: string, work: (event: Event) => unknown) {
  for (const one of findAll(`[data-do="${deed}"]`)) one.addEventListener('click', work)
}

/** Stops here: says why in a sentence of the page, and in the word that whoever looks for the cause asks for. */
export function stopBecause(because: string) {
  for (const one of findAll('[data-because]')) one.hidden = one.dataset.because !== because
  fill('reason', because)
  show('stop')
}
