const steps: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

/**
 * Turns the pages of a presentation with the arrows of a keyboard, or with the two buttons of a clicker.
 *
 * @param screens finds the screens, in their order
 * @returns how to stop listening
 */
export function turnWithArrows(screens: () => HTMLElement[]): () => void {
  const turn = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const all = screens()
    const now = all.findLastIndex(screen => screen.getBoundingClientRect().top < innerHeight / 2)
    const next = all[Math.min(all.length - 1, Math.max(0, now + step))]
    if (!next) return
    event.preventDefault()
    next.scrollIntoView()
    next.focus({ preventScroll: true })
  }
  document.addEventListener('keydown', turn)
  return () => document.removeEventListener('keydown', turn)
}
