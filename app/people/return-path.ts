/** Where people arrive after signing in. */
export const firstPage = '/app/home'

/**
 * Returns where to go after signing in: only a page of our own that asks for signing in,
 * so that nobody can be lured through our address to another one.
 */
export function returnPath(asked: string | null): string {
  if (!asked?.startsWith('/app/') || asked.startsWith('/app/sign-') || /[\\\s]/.test(asked)) return firstPage
  const { origin, pathname, search } = new URL(asked, 'https://here.invalid')
  return origin === 'https://here.invalid' && pathname.startsWith('/app/') ? pathname + search : firstPage
}
