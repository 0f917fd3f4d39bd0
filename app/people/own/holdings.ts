// What an installation holds of somebody, as they get it: no secret that would open a door, and no answer, because none
// is kept with a name.

/** What can be told of a row, in the words of the file that somebody takes along. */
// biome-ignore format: a list of words
export const facts = [
  'name', 'email', 'team', 'language', 'hasPassword', 'role', 'endsAt', 'since', 'round', 'unit', 'part',
  'item', 'value', 'barrier', 'ofTen', 'body', 'state', 'reason', 'publicKey', 'sight', 'deed', 'who', 'with',
  'as', 'invitedBy', 'plannedFor', 'at', 'thing', 'handedInOn', 'publishedOn', 'confirmedOn', 'proposedOn',
  'registeredOn', 'requestedOn', 'decidedOn', 'madeOn', 'invitedOn', 'heldOn', 'endedOn', 'givenOn', 'endsOn',
  'reviewOn', 'changedOn', 'group', 'office', 'site', 'shift', 'contract', 'lot', 'fromOn', 'leftOn', 'week',
  'promisedMinutes', 'rosteredMinutes', 'usedMinutes', 'pulledBackMinutes', 'proposal', 'choice',
] as const
export type Fact = (typeof facts)[number]

/** One row of what is held, told fact by fact. */
export type Told = Partial<Record<Fact, string | number | boolean | null>>

/** What is held of somebody, by what it is about. */
export const holdingNames = [
  ...(['persons', 'personRoles', 'sessions', 'signInLinks', 'confidants', 'unitMembers', 'issuances'] as const),
  ...(['rosterMembers', 'rosterConfirmations', 'selfCheckAnswers', 'selfChecks', 'leadPredictions'] as const),
  ...(['examAnswers', 'witnessProposals', 'redactionRequests'] as const),
  ...(['ownKeys', 'conversations', 'developmentPlans', 'keyWraps', 'accessLog', 'teamTalks'] as const),
  ...(['volunteers', 'groupSeats', 'memberHours', 'contributions', 'groupVotes'] as const),
] as const
export type HoldingName = (typeof holdingNames)[number]

/** Everything of one kind that is held of somebody. */
export type Holding = { about: HoldingName; rows: Told[] }

/**
 * Columns that name or mark a person and are told to nobody, each with the reason. Everything else that names a person
 * is told; a law of the house compares this with the tables.
 */
export const leftOut: Record<string, string> = {
  'conversations.invitedBy': 'it says which of the two invited, by part and not by name; it is told with the talk',
  'promises.ownerName': 'a name that its owner agreed to be public; it stands in the public register',
  'vetoMoves.signedBy': 'a director who overrides a veto signs with their name; it stands in public with the veto',
  'talkMarks.mark':
    'a mark that only the key of the month can make; it says that somebody is counted and goes with that key',
}

/** Gathers what is held by what it is about, in one order; what holds nothing is left out. */
export function gathered(found: readonly Holding[]): Holding[] {
  const all = holdingNames.map(about => ({ about, rows: found.flatMap(one => (one.about === about ? one.rows : [])) }))
  return all.filter(({ rows }) => rows.length > 0)
}
