import { readFileSync } from 'node:fs'
import { makePages } from './page-printing.server'

/** Where `scripts/web/ballot-assets.ts` leaves what it builds, from the folder the box is started in. */
const built = 'build/ballot-box'

const read = (name: string) => readFileSync(`${built}/${name}`, 'utf8')

/** The pages of the box, from what was built; read once, and the box does not start without them. */
export const pages = makePages({ script: read('answering.js'), style: read('page.css') })
