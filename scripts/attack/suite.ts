import type { Attack } from './attack'
import { overTime, regrouping } from './churn'
import { curiousAdministrator } from './curious-administrator'
import { doubleVote } from './double-vote'
import { insiders } from './insiders'
import { rewrittenLedger } from './rewritten-ledger'
import { slips } from './slips'
import { stolenFiles } from './stolen-files'
import { subtraction } from './subtraction'
import { taggedKeys } from './tagged-keys'
import { timing } from './timing'

/** Every attack of the public suite, in the order of the report. */
export const suite: readonly Attack[] = [
  stolenFiles,
  curiousAdministrator,
  insiders,
  subtraction,
  overTime,
  regrouping,
  taggedKeys,
  doubleVote,
  slips,
  timing,
  rewrittenLedger,
]
