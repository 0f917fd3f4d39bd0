import type { Tried } from '~/ledger/attacks/rules'
import { type Attack, countBroken } from './attack'
import { type Device, malformed, signsWith, specialLedgers, specialManifests } from './attackers/marking'
import { deviceOf } from './stage/device'
import { makeRound } from './stage/paper-round'

/** Draws a token, and tells whether it asked for one that bears a mark. */
type Client = (device: Device) => Promise<boolean>

/** Ours: it may ask once with a malformed key, but must never take the token, nor ask again. */
const ours: Client = async device => {
  const first = await device.draw()
  const second = await device.draw()
  return first.state === 'drawn' || second.state === 'drawn' || device.asked().length > 1
}

/** Takes whatever key it is shown: it looks at nothing, and asks. */
const believing: Client = async ({ request, server, asked }) => {
  server.issue = () => Response.json({})
  await request.fetch('/ballot/R1/manifest.json', {})
  await request.fetch('/app/pulse/R1/issue', { method: 'POST', body: '{}' })
  return asked().length > 0
}

/** Forgets that a signature was wrong, and asks again. */
const forgetting: Client = async device => {
  await device.draw()
  device.request.store.tokens.clear()
  await device.draw()
  return device.asked().length > 1
}

async function lieTo(client: Client, devices: readonly Device[]): Promise<Tried> {
  const marked: boolean[] = []
  for (const device of devices) marked.push(await client(device))
  return countBroken(marked)
}

async function allLies(): Promise<Device[]> {
  const round = await makeRound()
  return [...(await specialManifests(round)), ...(await specialLedgers(round)), await malformed(round)]
}

export const taggedKeys: Attack = {
  id: 'taggedKeys',
  run: async () => lieTo(ours, await allLies()),
  controls: {
    believing: async () => lieTo(believing, (await allLies()).slice(0, -1)),
    forgetting: async () => lieTo(forgetting, [await malformed(await makeRound())]),
    honestServer: async () => {
      const round = await makeRound()
      return lieTo(ours, [deviceOf(round, signsWith(round))])
    },
  },
}
