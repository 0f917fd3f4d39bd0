import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellingKinds } from '~/ballot-box/telling-words'
import { makeRound } from './round'
import { freshCodes, openSlipHouse, type SlipHouse } from './slips'

const round = await makeRound()
const codes = freshCodes(9)
const remark = 'Zilvermeeuw onder de trap'
let house: SlipHouse
let next = 0
const freshCode = () => codes[next++]!
beforeAll(async () => {
  house = await openSlipHouse(round, codes)
})
afterAll(() => house.running.stop())

const full = (code: string) => ({ step: 'send', code, 'q.P01': '4', remark: '' })
const send = (fields: Record<string, string>, at = '/ballot/R1/slip?lang=nl') => house.post(at, fields)

describe('a shared tablet', () => {
  test('asks for a code first and shows questions to nobody without one', async () => {
    const start = await (await house.ask('/ballot/R1/kiosk?lang=nl')).text()
    expect(start).not.toContain('q.P01')
    expect(start).toContain('Log op dit scherm nooit in.')
    const wrong = await send({ code: 'X' }, '/ballot/R1/kiosk')
    expect([wrong.status, wrong.text.includes('q.P01')]).toEqual([400, false])
    const questions = await send({ code: freshCode() }, '/ballot/R1/kiosk')
    expect([questions.status, questions.text.includes('q.P01')]).toEqual([200, true])
  })

  test('goes back to its start after sending, also without a script, and clears what it kept', async () => {
    const sent = await send(full(freshCode()), '/ballot/R1/kiosk')
    expect(sent.status).toBe(201)
    expect(sent.text).toMatch(/<noscript><meta http-equiv="refresh" content="\d+;url=\/ballot\/R1\/kiosk"><\/noscript>/)
    expect(sent.headers.get('clear-site-data')).toBe('"storage", "cache"')
  })

  test('never shows the answers of whoever was there before, also when the same form is sent again', async () => {
    const code = freshCode()
    const mine = { ...full(code), remark }
    expect((await send(mine, '/ballot/R1/kiosk')).status).toBe(201)
    const again = await send(mine, '/ballot/R1/kiosk')
    expect([again.status, again.text.includes(remark), again.text.includes('checked')]).toEqual([409, false, false])
  })

  test('control: on a phone of one person, what was typed is there again', async () => {
    const mine = { ...full(freshCode()), remark }
    expect((await send(mine)).status).toBe(201)
    const again = await send(mine)
    expect([again.status, again.text.includes(remark)]).toEqual([409, true])
  })
})

test.each(['kiosk', 'slip'])(
  'without a script the page of a %s hides every warning about telling words',
  async manner => {
    const questions = await send({ code: freshCode() }, `/ballot/R1/${manner}?lang=nl`)
    const warnings = [...questions.text.matchAll(/<p class="\w+" data-tells="(\w*)"( hidden)?>[^<]+/g)]
    expect(warnings.map(([, kind]) => kind)).toEqual([...tellingKinds, ''])
    expect(warnings.filter(([, , hidden]) => !hidden)).toEqual([])
  },
)
