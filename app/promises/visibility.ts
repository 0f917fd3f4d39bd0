/** Who may read the register and the words of the ledger: everybody, or who is signed in. */
export const visibilities = ['public', 'signedIn'] as const
export type Visibility = (typeof visibilities)[number]

/** Where the promises live: in public, or behind the sign-in. */
export type RegisterHome = '/promises' | '/app/promises'

/**
 * Decides whether an address may show words of promises. The ledger itself stays public whatever is chosen: it holds
 * days, roles and hashes, and is the proof for people outside.
 *
 * @param path an address of this site; only those under `/app` know who reads
 */
export function mayShowPromises(path: string, visibility: Visibility, isSignedIn: boolean): boolean {
  return visibility === 'public' || (isSignedIn && path.startsWith('/app/'))
}

/** Returns the files of the register that this reader can fetch. A feed reader cannot sign in, so a closed register has no feed. */
export function takesOf(home: RegisterHome, visibility: Visibility) {
  const files = (['json', 'csv'] as const).map(kind => ({ kind, address: `${home}.${kind}` }))
  const feed = { kind: 'atom' as const, address: '/promises.atom' }
  return visibility === 'public' ? [...files, feed] : files
}
