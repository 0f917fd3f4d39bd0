/** What a rule answers: yes, with the result; or no, with the reason. */
export type Decision<T, Reason extends string> = { ok: true; value: T } | { ok: false; because: Reason }

/** Answers yes, with the result. */
export const allow = <T>(value: T) => ({ ok: true, value }) as const

/** Answers no, with a reason that every language has words for. */
export const refuse = <Reason extends string>(because: Reason) => ({ ok: false, because }) as const
