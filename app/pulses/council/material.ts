import type { EarlierFigure, History } from '../disclosure/history'
import type { UnitNode } from '../units'

/** A history in which everybody has a mark instead of a name: it tells who came and left in numbers, not who. */
export type MarkedHistory = {
  members: [unitId: string, marks: string[]][]
  earlier: [itemId: string, figures: MarkedFigure[]][]
}
type MarkedFigure = Omit<EarlierFigure, 'unitIds' | 'memberIds'> & { unitIds: string[]; marks: string[] }

/** All that the council needs beside its key to count a round; the first line of what it downloads. */
export type Material = {
  v: 1
  round: string
  /** The manifest in its one spelling, as everybody has it. */
  manifest: string
  tree: UnitNode
  history: MarkedHistory
  /** Hashes of the slips on paper, with the unit in which each counts. */
  slips: [hash: string, unitId: string][]
  ballots: number
}

/** One sealed ballot with what it was cast with; every line after the first. Binary values are base64url. */
export type SealedBallot = { nullifier: string; unit: string; sealed: string; input?: string; signature?: string }

/** Puts a mark in the place of each person. @param markOf gives the same person the same mark, and nobody else */
export function withMarks({ members, earlier }: History, markOf: (personId: string) => string): MarkedHistory {
  return {
    members: [...members].map(([unitId, ids]) => [unitId, ids.map(markOf).sort()]),
    earlier: [...earlier].map(([itemId, figures]) => [
      itemId,
      figures.map(({ roundId, cellId, stands, figure, unitIds, memberIds }) => {
        return { roundId, cellId, stands, figure, unitIds: [...unitIds], marks: [...memberIds].map(markOf).sort() }
      }),
    ]),
  }
}

/** Reads a history with marks; the count needs no names. */
export function fromMarks({ members, earlier }: MarkedHistory): History {
  return {
    members: new Map(members),
    earlier: new Map(
      earlier.map(([itemId, figures]) => [
        itemId,
        figures.map(({ marks, ...figure }) => ({ ...figure, memberIds: new Set(marks) })),
      ]),
    ),
  }
}
