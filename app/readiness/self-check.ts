/** What management writes of each statement: its own answer, and how many of ten colleagues it expects to agree. */
export const selfCheckParts = ['answer', 'expectation'] as const
export type SelfCheckPart = (typeof selfCheckParts)[number]
