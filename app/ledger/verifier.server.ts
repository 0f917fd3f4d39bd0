import { createHash } from 'node:crypto'
import source from './verify.mjs?raw'

/** The verifier as it is downloaded: the very file that the tests of this house run. */
export const verifierSource = source

/** The number by which anyone can tell that they have this verifier and no other. */
export const verifierSha256 = createHash('sha256').update(source).digest('hex')
