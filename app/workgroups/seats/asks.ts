/** What seats ask of somebody: to know that they sit since a few days, or that a group looks for members. */
export type SeatAsk = { kind: 'seatNew' | 'seatFree'; group: { id: string; name: string } }

/** Days in which a new member is told so on the first page. @source our own choice: whoever is away for two weeks still reads it */
export const newsDays = 14
