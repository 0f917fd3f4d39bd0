/** What team talks ask of somebody: of management a promise, of a lead what became of a talk. */
export type TeamTalkAsk =
  | { kind: 'promiseWanted'; count: number; agreements: { id: string; action: string; team: string | null }[] }
  | { kind: 'talkUnsaid'; talk: { id: string; team: string; plannedOn: string } }
