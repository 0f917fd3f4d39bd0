import report from './attack-report.json'
import type { AttackReport } from './attacks'

/** The last run of `npm run attack -- --publish` on this release. */
export const attackReport = report as unknown as AttackReport
