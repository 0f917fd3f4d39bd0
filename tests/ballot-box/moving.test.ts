import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { signBlinded } from '~/ballot-box/blind-signing.server'
import { codeWords, readCodeWords } from '~/ballot-box/code-words'
import { openIntake } from '~/ballot-box/intake.server'
import { movingPage } from '~/ballot-box/moving/page.server'
import { type MovingToken, readMoving, whyNotTake, writeMoving } from '~/ballot-box/moving/rules'
import { drawWithWords } from '~/ballot-box/moving/words.client'
import { announceRound, ballotsOf, openBox, type RoundState, setRoundState } from '~/ballot-box/store.server'
import { type Language, languages } from '~/people/rules'
import { blindedOf, deviceOf, type Reply } from './device'
import { freshFolder, makeCast, makeRound, memoryStore, quickToken, type Round } from './round'

let round: Round
beforeAll(async () => {
  round = await makeRound()
})

const seedOf = (length = 16) => new Uint8Array(randomBytes(length))

describe('code words', () => {
  test('bring any seed over, however they are typed', async () => {
    for (let nth = 0; nth < 200; nth++) {
      const seed = seedOf()
      const words = await codeWords(seed)
      expect(words).toHaveLength(9)
      expect(await readCodeWords(words.join(' '))).toEqual(seed)
      expect(await readCodeWords(words.join('-\n').toUpperCase())).toEqual(seed)
    }
  })

  test('control: one wrong letter, two words swapped or one missing is noticed', async () => {
    const words = await codeWords(Uint8Array.from({ length: 16 }, (_, at) => at * 7))
    const other = words[0]!.startsWith('b') ? 'd' : 'b'
    const wrong = [`${other}${words.join(' ').slice(1)}`, [words[1], words[0], ...words.slice(2)].join(' ')]
    for (const typed of [...wrong, words.slice(1).join(' '), '', 'geheim'])
      expect(await readCodeWords(typed), typed).toBeUndefined()
  })
})

const moving = (): MovingToken => ({
  ...quickToken(round),
  round: 'R1',
  holder: '0123456789abcdef',
  manifestSha256: round.sha256,
  drawnAt: new Date('2026-11-20T09:00:00Z'),
})
const held = () => ({ manifest: round.manifest, bytes: round.bytes })

describe('a token in a code for a camera', () => {
  test('arrives as it left, and fits a code that a phone can show', async () => {
    const token = moving()
    const text = writeMoving(token)
    expect(readMoving(text, 'R1')).toEqual(token)
    expect(text.length).toBeLessThan(600)
    expect(await whyNotTake(token, held())).toBeUndefined()
  })

  test('is not taken over cut off, in another round, or when nobody signed it', async () => {
    const token = moving()
    const text = writeMoving(token)
    for (const broken of [
      text.slice(0, 300),
      text.slice(3),
      `${text}!`,
      'v1.',
      '',
      writeMoving(token).replace('v1', 'v2'),
    ])
      expect(readMoving(broken, 'R1')?.signature.length ?? 0, broken.slice(0, 20)).not.toBe(256)
    expect(readMoving(text, 'R2')).toBeUndefined()
    const forged = { ...token, signature: new Uint8Array(256).fill(7) }
    expect(await whyNotTake(forged, held())).toBe('signatureWrong')
    expect(await whyNotTake({ ...token, unit: 'U2' }, held())).toBe('signatureWrong')
    expect(await whyNotTake({ ...token, unit: 'U9' }, held())).toBe('unitUnknown')
    expect(await whyNotTake(token, { ...held(), bytes: new Uint8Array([1]) })).toBe('manifestDiffers')
  })
})

/** The app: one blinded value per person, and the same signature for the same value. */
function issuer(): Reply {
  let first: string | undefined
  return sent => {
    const asked = JSON.stringify([...blindedOf(sent)])
    first ??= asked
    if (asked !== first) return Response.json({ error: { code: 'already_issued' } }, { status: 409 })
    const { privateKey, publicKey } = round.issueKeys.get('U1')!
    const signature = signBlinded(privateKey, publicKey, blindedOf(sent)).toString('base64url')
    return Response.json({ unit: 'U1', signature })
  }
}

describe('moving by code words', () => {
  test('makes the very same token on another device of the same person', async () => {
    const issue = issuer()
    const [old, other] = [deviceOf(round, issue), deviceOf(round, issue)]
    expect(await old.draw()).toEqual({ state: 'drawn' })
    const token = (await old.request.store.get('R1'))!
    expect(await other.draw()).toEqual({ state: 'elsewhere' })
    const words = (await codeWords(token.seed!)).join(' ')
    expect(await drawWithWords(other.request, words)).toEqual({ state: 'drawn' })
    const { input, signature } = (await other.request.store.get('R1'))!
    expect([input, signature]).toEqual([token.input, token.signature])
  })

  test('control: other words get nothing, and the words of nobody leave the token where it is', async () => {
    const issue = issuer()
    const [old, other] = [deviceOf(round, issue), deviceOf(round, issue)]
    await old.draw()
    await other.draw()
    const strange = (await codeWords(seedOf())).join(' ')
    expect(await drawWithWords(other.request, strange)).toEqual({ state: 'elsewhere' })
    expect(await drawWithWords(other.request, 'lusab babad')).toEqual({ state: 'wordsWrong' })
    expect((await other.request.store.get('R1'))?.signature).toBeUndefined()
  })

  test('never touches the token of a colleague, nor a device that answered', async () => {
    const device = deviceOf(round, issuer())
    await device.draw({ holder: 'bert' })
    const words = (await codeWords(seedOf())).join(' ')
    expect(await drawWithWords(device.request, words)).toEqual({ state: 'someoneElses' })
    const store = memoryStore()
    await store.spend({ round: 'R1', receipt: 'ab' })
    expect(await drawWithWords({ ...device.request, store }, words)).toEqual({ state: 'spent' })
  })
})

test('a token that stands on two devices counts once: the first ballot', async () => {
  const box = openBox(`${freshFolder()}/box.db`)
  announceRound(box, round.bytes)
  setRoundState(box, 'R1', 'open')
  const intake = openIntake(box)
  const token = quickToken(round)
  const answers = []
  for (const answer of [4, 1]) answers.push(await intake.cast('R1', Buffer.from(await makeCast(round, token, answer))))
  expect(answers.map(({ status }) => status)).toEqual([201, 409])
  expect([...ballotsOf(box, 'R1')]).toHaveLength(1)
  // The control: a second token is a second ballot.
  expect((await intake.cast('R1', Buffer.from(await makeCast(round, quickToken(round), 1)))).status).toBe(201)
  expect([...ballotsOf(box, 'R1')]).toHaveLength(2)
})

describe('the page on which a token moves', () => {
  const page = (state: RoundState, language: Language = 'nl') =>
    movingPage({ manifest: round.manifest, state, hasReceipts: false, language }, { script: 'go()', style: '' })

  test.each(languages)('says in %s that lost is lost and who must not see the code, before it shows one', language => {
    const words = { nl: 'Kwijt is kwijt', en: 'Lost is lost', fr: 'Perdue' }[language]
    const text = page('issuing', language)
    expect(text.indexOf(words)).toBeGreaterThan(0)
    expect(text.indexOf(words)).toBeLessThan(text.indexOf('data-qr'))
  })

  test('has every screen that its script shows, and carries the manifest it checks by', () => {
    const script = readFileSync('app/ballot-box/moving/moving.client.ts', 'utf8')
    const screens = [...script.matchAll(/show\('(\w+)'\)/g)].map(([, name]) => name)
    expect(new Set(screens).size).toBeGreaterThan(8)
    for (const state of ['issuing', 'open'] as const) {
      for (const name of screens) expect(page(state)).toContain(`data-screen="${name}"`)
      expect(page(state).match(/id="manifest"/g)).toHaveLength(1)
    }
  })

  test('moves nothing once the round is over', () => {
    for (const state of ['closed', 'void'] as const) expect(page(state)).not.toMatch(/data-screen|<script/)
  })
})
