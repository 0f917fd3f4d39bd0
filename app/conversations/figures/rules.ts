/** How an invitation or a talk ended: no talk came of it, a talk without a record, or a record that both agreed to. */
export const endings = ['noTalk', 'noRecord', 'recorded'] as const
export type Ending = (typeof endings)[number]

/** Days after a talk. Without an agreed record by then, it counts as one without a record. @source our own choice */
export const daysToRecord = 30
