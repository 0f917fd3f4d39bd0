import { hasRole, type Person, type Role } from '~/people/rules'
import { gateOpeners } from './rules'

// Whose hands may touch what of a gate. A key is in no hand of management, whatever else somebody is.

type By = Pick<Person, 'roles'>

/** Who speaks for management. Whoever sits in the works council too speaks for management in all that is about a gate. */
export const management = gateOpeners

/** Who makes gates and their steps. */
export const gateMakers = ['projectLead'] as const satisfies readonly Role[]

/** Decides whether somebody may turn the key of the formal procedure, or turn it back. */
export const mayTurnFormalKey = (by: By): boolean => hasRole(by, ['worksCouncil']) && !hasRole(by, management)

/** Decides whether somebody may ask the lock to open. */
export const mayOpen = (by: By): boolean => hasRole(by, gateOpeners)

/** Decides whether somebody may step back from an open step: who may open it, and both who hold a key. */
export const mayStepBack = (by: By, isMember: boolean): boolean =>
  isMember || hasRole(by, [...gateOpeners, 'worksCouncil'])
