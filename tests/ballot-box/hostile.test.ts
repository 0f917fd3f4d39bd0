import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveBox } from '~/ballot-box/serving.server'
import { setRoundState } from '~/ballot-box/store.server'
import { addresses, ballots, type Sent, slips } from './hostile'
import { freshFolder, makeRound } from './round'
import { freshCodes, openSlipHouse, type SlipHouse } from './slips'

// Whatever is sent to a door of the ballot box, the answer is a refusal and never a fault.

const round = await makeRound()
const codes = freshCodes(37)
let house: SlipHouse
beforeAll(async () => {
  house = await openSlipHouse(round, codes)
})
afterAll(() => house.running.stop())

const statusOf = ({ at, body, type }: Sent, port = house.running.port) =>
  fetch(`http://127.0.0.1:${port}${at}`, { method: 'POST', body, headers: { 'content-type': type } }).then(
    async answer => {
      await answer.arrayBuffer()
      return answer.status
    },
  )

/** Returns what was sent where the answer was a fault. */
async function faultsAmong(all: Sent[], port?: number): Promise<string[]> {
  const faults: string[] = []
  for (const sent of all) {
    const status = await statusOf(sent, port)
    if (status >= 500)
      faults.push(`${status} ${sent.at} ${sent.type} ${Buffer.from(sent.body).toString('utf8').slice(0, 60)}`)
  }
  return faults
}

describe('whatever is sent, the ballot box refuses it and stands', () => {
  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('%s of any address', async method => {
    for (const address of addresses) {
      const query = address.length % 2 ? '?lang=%00&x=%ED%A0%80' : '?lang=__proto__'
      const headers = { 'accept-language': 'nl\u00ff;q=zz,*', accept: 'text/html' }
      const answer = await house.ask(`${address}${query}`, { method, headers })
      expect(answer.status, `${method} ${address.slice(0, 80)}`).toBeLessThan(500)
      await answer.arrayBuffer()
    }
  })

  test('an address that is longer than any', async () => {
    expect((await house.ask(`/ballot/${'x'.repeat(9000)}`)).status).toBe(400)
  })

  test('a ballot of which one thing is wrong', async () => {
    expect(await faultsAmong(await ballots(round))).toEqual([])
  })

  test('a form that no page of ours sends', async () => {
    expect(await faultsAmong(slips(codes))).toEqual([])
  })

  test('a round that is over, or that nobody can answer yet', async () => {
    setRoundState(house.box, 'R1', 'closed')
    expect(await faultsAmong([...(await ballots(round)), ...slips(codes)])).toEqual([])
  })

  test('control: a door that trips over what is sent is found', async () => {
    const pages = { policy: '', refusalPage: () => '', file: () => undefined }
    const trips = () => {
      throw new Error('tripped')
    }
    const desk = {
      ...pages,
      answeringPage: trips,
      slips: { policy: {}, form: trips, start: trips, sent: trips, closed: trips },
    }
    const running = await serveBox(join(freshFolder(), 'box.db'), 0, desk as never)
    const other = await serveBox(house.path, 0, desk as never)
    expect(await faultsAmong(slips(codes).slice(0, 4), other.port)).toHaveLength(4)
    await Promise.all([running.stop(), other.stop()])
  })
})
