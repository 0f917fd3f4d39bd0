import type { LedgerEvent } from '~/ledger/entries'
import type { MandateSaid } from './rules'
import type { DrawList } from './seats/seed'

// What of a group stands in the ledger. Nobody who sits in it is named there.

type Mandated = Pick<MandateSaid, 'words' | 'seats' | 'weeklyMinutes'> & { vetoPromiseId: string | null }

/** Writes what a group may decide from now on. */
export const mandated = (group: string, version: number, said: Mandated): LedgerEvent => ({
  type: 'workgroup.mandated',
  data: {
    ...{ group, version, seats: said.seats, weekly_minutes: said.weeklyMinutes },
    veto_promise: said.vetoPromiseId ?? undefined,
  },
  words: { text: said.words },
})

/** Writes that lots will be drawn, from which list. */
export const drawAnnounced = (group: string, { seats, lots }: DrawList, list: string): LedgerEvent => ({
  type: 'draw.announced',
  data: { group, seats, volunteers: lots.length },
  words: { list },
})

/** Writes what came out of a draw. */
export const drawHeld = (group: string, announced: number, seed: string, chosen: number[]): LedgerEvent => ({
  type: 'draw.held',
  data: { group, announced, seed: `sha256:${seed}`, chosen },
})
