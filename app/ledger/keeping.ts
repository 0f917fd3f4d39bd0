import { hasRole, type Person, staffKeepers } from '~/people/rules'
import { erasureReaders } from './erasures/redaction'
import { witnessReaders } from './witness'

/** What somebody may have to do for the ledger: who signs along, which words go, and the key it signs with. */
export const ledgerTasks = ['witnesses', 'erasures', 'key'] as const
export type LedgerTask = (typeof ledgerTasks)[number]

const roles = { witnesses: witnessReaders, erasures: erasureReaders, key: staffKeepers } as const

/** Returns what this reader may do for the ledger. */
export const ledgerTasksOf = (by: Pick<Person, 'roles'>): LedgerTask[] =>
  ledgerTasks.filter(task => hasRole(by, roles[task]))
