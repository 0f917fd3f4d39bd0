import type * as room from '../../app/machine-room.server'

/** Somebody who can sign in with one tap in the demo. */
export type DemoAccount = { role: string; name: string; email: string; password: string }

/** What the server takes from the built app: one instance of each, the same one the pages use. */
export type MachineRoom = typeof room & {
  /** Makes an empty installation ready: seeds the demo organisation when the settings ask for it. */
  prepare?: (told: { say: (line: string) => void }) => Promise<{ demoAccounts: DemoAccount[] }>
}

/** The built app as Remix hands it over. */
export type Build = { entry: { module: { machineRoom: MachineRoom } } }
