import type * as room from '../../app/machine-room.server'

export type { DemoAccount } from '../../app/preparation.server'

/** What the server takes from the built app: one instance of each, the same one the pages use. */
export type MachineRoom = typeof room

/** The built app as Remix hands it over. */
export type Build = {
  entry: { module: { machineRoom: MachineRoom } }
  routes: Record<string, { module: { action?: unknown } }>
}
