import report from './report.json'
import type { AttackReport } from './rules'

/** The last run of `npm run attack -- --publish` on this release. */
export const attackReport = report as unknown as AttackReport
