import type { Translate } from '~/language'
import type { OwnerRole } from '~/promises/words'
import { startedFrom } from '~/promises/words'
import { findAsked } from './agreeing.server'
import type { AgreementOwner } from './rules'
import { teamNamesTold } from './teams.server'

/** Which role of the organisation can be held to what a team agreed. */
const ownerOf: Record<AgreementOwner, OwnerRole> = {
  team: 'executive',
  teamLead: 'teamLead',
  management: 'executive',
  hr: 'hr',
  ict: 'projectLead',
}

/**
 * Returns with which words a promise starts that a team asked for, and the promise that was made of it already.
 *
 * @returns nothing when nobody asked management about this agreement, or when it has ended
 */
export async function wantedPromise(agreementId: string | null, t: Translate) {
  const agreement = agreementId ? await findAsked(agreementId) : undefined
  if (!agreement || (agreement.outcome && !agreement.promiseId)) return undefined
  const team = (await teamNamesTold())(agreement.teamId)
  const said = {
    text: startedFrom(agreement.action),
    dueOn: agreement.dueOn,
    ownerRole: ownerOf[agreement.owner],
    scope: team === null ? t('talkFigures.everybody') : t('teamTalks.wanted.scope', { team }),
    why: t('teamTalks.wanted.why'),
    place: t('teamTalks.wanted.place'),
  }
  return { said, promiseId: agreement.promiseId }
}
