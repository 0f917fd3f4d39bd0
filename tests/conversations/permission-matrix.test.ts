import { getTableName, isTable } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as database from '#db'
import { transact } from '#db'
import { makeOwnKey, makeRecordKey, sealWords, wrapFor } from '~/conversations/sealing/seal.client'
import { requirePerson } from '~/people/session.server'
import { allDoors, type Deed, deeds, outcomeOf, tried } from './permission-deeds'
import { type Column, columns, type Line, lines } from './permission-table'
import { actors, foundEverybody, successorComes, things } from './permission-things'
import { bytesOnDisk, remainsIn } from './retention/remains'

// Every cell of the table of access is tried at the door itself, with a thing of its own.

beforeAll(foundEverybody)

let nth = 0

/** Returns every cell of a line that ends otherwise than the table says. */
async function differing({ thing, sentence, outcomes, deed }: Line, those: readonly Column[], knock = deeds[deed]!) {
  const found: string[] = []
  for (const column of those) {
    nth += 1
    const id = `${thing}-${nth}`
    await things[thing]!(id)
    const outcome = await knock({ actor: actors[column], id })
    if (outcome !== outcomes[column]) found.push(`${sentence}, ${column}: ${outcome}, not ${outcomes[column]}`)
  }
  return found
}

const atFirst = columns.filter(column => column !== 'successor' && column !== 'leftLead')

describe('while the first lead is there', () => {
  test.each(lines)('who may $sentence ($thing)', async line => {
    expect(await differing(line, atFirst)).toEqual([])
  })
})

/** Doors that name nothing in their address and show only what is of whoever asks, whichever role that is. */
const ownDoors = ['conversation-key_.relock.tsx', 'conversation-key_.replace.tsx', 'conversations._index.tsx']

test('no door about conversations is left out', () => {
  expect(allDoors.filter(name => !tried.has(name) && !ownDoors.includes(name))).toEqual([])
  expect(allDoors.length).toBeGreaterThan(25)
})

describe('a door that forgets something is found', () => {
  const [reading] = lines.filter(({ sentence }) => sentence === 'read an agreed record')
  const stub =
    (look: (request: Request) => Promise<unknown>): Deed =>
    async knock =>
      outcomeOf(async ({ request }) => (await look(request)) ?? { words: knock.id }, knock, {}, knock.id)

  test('control: one without any check, for everybody who may not read', async () => {
    expect(
      await differing(
        reading!,
        atFirst,
        stub(async () => undefined),
      ),
    ).toHaveLength(8)
  })

  test('control: one that only asks for signing in, for everybody who works here', async () => {
    const asksForSignIn = stub(async request => void (await requirePerson(request)))
    expect(await differing(reading!, atFirst, asksForSignIn)).toHaveLength(7)
  })

  test('control: one that shuts out the employee as well', async () => {
    const shut = stub(async () => new Response(null, { status: 404 }))
    expect(await differing(reading!, ['employee'], shut)).toHaveLength(1)
  })
})

describe('an administrator who reads the database itself', () => {
  const words = 'KANARIE in de kolenmijn'

  /** Every row of every table, and every byte of the data folder. */
  async function everythingStored(): Promise<Buffer> {
    const tables = Object.values(database).filter(one => isTable(one))
    expect(tables.map(table => getTableName(table))).toContain('conversation_records')
    const rows = await Promise.all(tables.map(table => database.db.select().from(table as never)))
    return Buffer.concat([bytesOnDisk(), Buffer.from(JSON.stringify(rows))])
  }
  const found = async () => remainsIn(await everythingStored(), { words: [words] }, {})

  test('finds no word of a record or a plan', async () => {
    const own = await makeOwnKey('em', 'vier koude kleine vissen')
    for (const thingId of ['sealed-record', 'sealed-plan']) {
      const key = await makeRecordKey()
      const seal = (part: 'shared' | 'own' | 'objection' | 'plan') =>
        sealWords(key, { text: words }, { thingId, part, version: 1 })
      const wrapped = await wrapFor(key, { personId: 'em', publicKey: own.publicKey }, thingId)
      await things[thingId === 'sealed-plan' ? 'planForMe' : 'draft']!(thingId)
      const sealed = { sealedShared: await seal('shared'), sealedOwn: await seal('own') }
      const sealedObjection = await seal('objection')
      await transact(async tx => {
        await tx.update(database.keyWraps).set({ wrapped })
        await tx.update(database.conversationRecords).set({ ...sealed, sealedObjection })
        await tx.update(database.developmentPlans).set({ sealed: sealed.sealedShared })
        await tx.update(database.ownKeys).set(own)
      })
    }
    expect(await found()).toEqual([])
  })

  test('control: finds what is not sealed', async () => {
    await transact(tx => tx.update(database.conversationRecords).set({ sealedOwn: JSON.stringify({ text: words }) }))
    expect(await found()).toEqual(['words'])
  })
})

describe('after the first lead left', () => {
  beforeAll(successorComes)

  test.each(lines)('who may $sentence ($thing)', async line => {
    expect(await differing(line, ['successor', 'leftLead'])).toEqual([])
  })

  test('the employee still reads what both agreed to, and the successor does not', async () => {
    const [reading] = lines.filter(({ sentence }) => sentence === 'read an agreed record')
    expect(await differing(reading!, ['employee', 'successor', 'otherLead', 'hr'])).toEqual([])
  })
})
