type Printer = (...said: unknown[]) => void

/**
 * Keeps libraries from printing: an error's message or stack may hold an address or what people typed.
 * Only that something was said, and what kind of thing, reaches the log.
 */
export function quietenConsole(onSaid: (fault: unknown) => void) {
  const tell: Printer = (...said) => onSaid(said.find(part => part instanceof Error) ?? said[0])
  const silence: Printer = () => {}
  Object.assign(console, { error: tell, warn: silence, info: silence, log: silence, debug: silence, trace: silence })
}
