import { policyFor } from '../page-printing.server'
import type { RoundState } from '../store.server'
import {
  kioskStartPage,
  type SlipAssets,
  type SlipDone,
  type SlipFilled,
  type SlipPlace,
  slipClosedPage,
  slipFormPage,
  slipSentPage,
} from './page.server'

type Place = Omit<SlipPlace, 'assets'>

/** Makes the pages on which a slip is answered, from the built scripts and style. */
export function makeSlipPages(assets: SlipAssets) {
  const { slip, kiosk } = assets.script
  const [ownPolicy, sharedPolicy] = [slip, kiosk].map(script => policyFor({ script, style: assets.style }))
  return {
    policy: { slip: ownPolicy!, kiosk: sharedPolicy! },
    form: (place: Place, filled: SlipFilled) => slipFormPage({ ...place, assets }, filled),
    start: (place: Place, filled: SlipFilled) => kioskStartPage({ ...place, assets }, filled),
    sent: (place: Place, done: SlipDone) => slipSentPage({ ...place, assets }, done),
    closed: (place: Place, state: RoundState) => slipClosedPage({ ...place, assets }, state),
  }
}

export type SlipPages = ReturnType<typeof makeSlipPages>
