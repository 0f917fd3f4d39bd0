import type { Attack } from './attack'
import { overTime, regrouping } from './churn'
import { councilKey } from './council-key'
import { curiousAdministrator } from './curious-administrator'
import { doubleVote } from './double-vote'
import { insiders } from './insiders'
import { rewrittenLedger } from './rewritten-ledger'
import { slips } from './slips'
import { stolenBackups } from './stolen-backups'
import { stolenFiles } from './stolen-files'
import { subtraction } from './subtraction'
import { taggedKeys } from './tagged-keys'
import { timing } from './timing'

/** Every attack of the public suite, in the order of the report. */
export const suite: readonly Attack[] = [
  stolenFiles,
  stolenBackups,
  curiousAdministrator,
  insiders,
  subtraction,
  overTime,
  regrouping,
  taggedKeys,
  doubleVote,
  slips,
  councilKey,
  timing,
  rewrittenLedger,
]
