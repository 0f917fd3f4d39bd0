import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, engine, issuances, persons, sessions, unitMembers } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import { type Ballot, ballotsOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { castAll, foundHouse, issuingRound, openedRound, peopleOf } from './round-trip'

// The adversary has every file of the installation, at the worst moment and after the round.

const teams = { A: 12, B: 18 }
const copy = mkdtempSync(join(tmpdir(), 'inspraak-adversary-'))
let named: Buffer[] = []
let ballots: Ballot[] = []
let round = ''

beforeAll(async () => {
  await foundHouse(teams)
  round = await issuingRound()
  await openedRound(round)
  const unitOf = (person: string) => (person.startsWith('A') ? 'U1' : 'U2')
  await castAll(
    round,
    peopleOf(teams).map((person, place) => ({ person, unit: unitOf(person), answer: (place % 5) + 1 })),
  )
  ballots = [...ballotsOf(ballotBox(), round)]
  named = await valuesThatNameSomebody()
  cpSync(config.dataDir, copy, { recursive: true })
  await closeAndCount(round)
})

afterAll(() => {
  closeBallotBox()
  rmSync(copy, { recursive: true, force: true })
})

/** Every value on the identified side that belongs to one person, in each form in which it could be stored. */
async function valuesThatNameSomebody(): Promise<Buffer[]> {
  const people = await db.select().from(persons)
  const members = await db.select().from(unitMembers)
  const drawn = await db.select().from(issuances)
  const signedIn = await db.select().from(sessions)
  expect(drawn).toHaveLength(30)
  return [
    ...people.map(person => Buffer.from(person.email)),
    ...members.map(member => Buffer.from(member.salt)),
    ...drawn.flatMap(row => [Buffer.from(row.blindedSha256), Buffer.from(fromBase64url(row.blindedSha256))]),
    ...signedIn.map(session => Buffer.from(session.id)),
  ]
}

/** Every value on the anonymous side that belongs to one ballot. */
async function valuesOfBallots(): Promise<Buffer[]> {
  const receipts = await Promise.all(ballots.map(ballot => receiptOf(ballot.sealed)))
  return [
    ...ballots.map(ballot => Buffer.from(ballot.nullifier)),
    ...ballots.map(ballot => Buffer.from(ballot.sealed)),
    ...receipts.flatMap(receipt => [Buffer.from(receipt), Buffer.from(receipt, 'hex')]),
  ]
}

/** Counts the values of which any eight bytes in a row stand somewhere in the files. */
function foundIn(files: string[], values: Buffer[]): number {
  const haystack = Buffer.concat(files.map(file => readFileSync(file)))
  const pieces = new Set<string>()
  for (let at = 0; at + 8 <= haystack.length; at++) pieces.add(haystack.toString('latin1', at, at + 8))
  const holds = (value: Buffer) =>
    Array.from({ length: Math.max(1, value.length - 7) }, (_, at) => value.toString('latin1', at, at + 8)).some(piece =>
      pieces.has(piece),
    )
  return values.filter(holds).length
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

const boxFiles = (folder: string) => filesIn(join(folder, 'ballot-box'))
const appFiles = (folder: string) => filesIn(folder).filter(file => !boxFiles(folder).includes(file))

test('during a round the two sides share no eight bytes that belong to a person or to a ballot', async () => {
  expect(foundIn(boxFiles(copy), named)).toBe(0)
  expect(foundIn(appFiles(copy), await valuesOfBallots())).toBe(0)
})

test.runIf(engine === 'sqlite')('the search does see what each side keeps of its own', async () => {
  expect(foundIn(appFiles(copy), named)).toBe(named.length - namedInTwoForms())
  expect(foundIn(boxFiles(copy), await valuesOfBallots())).toBe(60)
})

/** The hash of a blinded token is kept as text, so its bare bytes are on neither side. */
const namedInTwoForms = () => 30

test('control: one careless value that both sides keep is found', async () => {
  const careless = join(copy, 'ballot-box', 'careless.db')
  copyFileSync(boxFiles(copy)[0]!, careless)
  writeFileSync(careless, Buffer.concat([readFileSync(careless), named.at(-1)!]))
  expect(foundIn(boxFiles(copy), named)).toBeGreaterThan(0)
  rmSync(careless)
})

test('after the round nothing of any person in it, or of any ballot but its receipt, is left on either side', async () => {
  const drawnAndSalted = named.filter(value => !value.includes('@'))
  expect(foundIn(filesIn(config.dataDir), drawnAndSalted)).toBe(0)
  const withoutReceipts = (await valuesOfBallots()).slice(0, 60)
  expect(foundIn(filesIn(config.dataDir), withoutReceipts)).toBe(0)
})
