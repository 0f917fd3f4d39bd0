import { addMonths, type Day } from '~/calendar'
import type { Translate } from '~/language'
import type { PromiseSaid } from '~/promises/words'

/** Months after which the veto promise is looked at again. @source the term of a seat: who sits then decides about their own promise */
const promisedMonths = 12

/** Writes the promise that management does not go live against a veto of this group, in the language of who makes it. */
export function vetoPromise(t: Translate, name: string, today: Day): PromiseSaid {
  return {
    text: t('groups.promise.text', { name }),
    why: t('groups.promise.why'),
    ownerRole: 'executive',
    dueOn: addMonths(today, promisedMonths),
    scope: t('groups.promise.scope', { name }),
    exclusions: t('groups.promise.exclusions'),
    measure: t('groups.promise.measure'),
    madeOn: today,
  }
}
