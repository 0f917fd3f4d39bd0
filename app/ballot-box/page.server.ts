import { readFileSync } from 'node:fs'
import { roundPage } from './answering-page.server'
import { movingPage } from './moving/page.server'
import { makePages, makeRoundPages } from './page-printing.server'
import { makeSlipPages } from './slips/pages.server'

/** Where `scripts/web/ballot-assets.ts` leaves what it builds, from the folder the box is started in. */
const built = 'build/ballot-box'

const read = (name: string) => readFileSync(`${built}/${name}`, 'utf8')

const slips = makeSlipPages({ style: read('slip.css'), script: { slip: read('slip.js'), kiosk: read('kiosk.js') } })

const style = read('page.css')
const moving = makeRoundPages({ script: read('moving.js'), style }, movingPage)
const after = makeRoundPages({ script: read('after.js'), style }, roundPage)

/** The pages of the box, from what was built; read once, and the box does not start without them. */
export const pages = { ...makePages({ script: read('answering.js'), style }), slips, moving, after }
