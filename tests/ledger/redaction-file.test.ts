import { desc, sql } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { compact, db, engine, keptFiles, ledgerEntries } from '#db'
import { recordShown } from '~/gates/use-cases/recording.server'
import { findShownFile } from '~/gates/use-cases/store.server'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { findWords } from '~/ledger/erasures/erasing.server'
import type { FileGoing } from '~/ledger/erasures/place'
import { ErasurePreview } from '~/ledger/erasures/preview'
import { findErasure, judgeErasure, requestErasure } from '~/ledger/erasures/redacting.server'
import { exportLog } from '~/ledger/served.server'
import type { Role } from '~/people/rules'
import { readyFile } from '~/promises/evidence/file.server'
import { recordEvidence } from '~/promises/evidence/store.server'
import { recordPromise } from '~/promises/store.server'
import { verify } from '../../app/ledger/verify.mjs'
import { foundGate } from '../gates/cast'
import { foundOrganisation, hire } from '../people/cast'
import { filesWith } from './forensics'

const at = new Date('2026-03-02T10:00:00Z')
const who = (id: string, ...roles: Role[]) => ({ id, roles })
const days = { madeOn: '2026-03-02', dueOn: '2026-12-31' }
const words = { text: 'Acht uur leren', why: 'a', scope: 'b', exclusions: 'c', measure: 'd', ownerRole: 'executive' }

beforeAll(async () => {
  await foundOrganisation()
  await hire('hr@v.nl', ['hr'])
  await hire('council@v.nl', ['worksCouncil'])
})

const place = { of: 'promise', id: 'P-1', version: 2, part: 'note' } as const
/** Returns what stands above the decision, for whoever asks and whoever decides. */
const saidOf = (file?: FileGoing) =>
  renderToString(
    createElement(
      WordsProvider,
      { language: 'nl', catalogue: catalogues.nl } as never,
      createElement(ErasurePreview, { place, words: 'Uren', file }),
    ),
  ).replaceAll('<!-- -->', '')

test('what is said of a file is what becomes of it; control: without one nothing is', () => {
  const file = { name: 'foto <1>.jpg', kind: 'jpg', staysElsewhere: true } as const
  expect(saidOf(file)).toContain('foto &lt;1&gt;.jpg (JPG-foto) verdwijnt hier mee')
  expect(saidOf(file)).toContain('bij ander bewijs; daar blijft het')
  expect(saidOf()).not.toContain('estand')
})

test('a file goes with the words of the evidence it belongs to; the ledger keeps its hash', async () => {
  const director = who('director', 'executive')
  const made = await recordPromise({ ...words, ...days } as never, director, at)
  const file = await readyFile(new TextEncoder().encode('week;uren\n48;merkteken-bestand\n'), 'uren.csv')
  if (!made.ok || !file.ok) throw new Error('the promise or the file was refused')
  await recordEvidence(made.value.id, { note: 'Uren', file: file.value }, director, at)
  if (engine === 'sqlite') expect(filesWith('merkteken-bestand')).not.toEqual([])

  const [last] = await db.select().from(ledgerEntries).orderBy(desc(ledgerEntries.seq)).limit(1)
  const asked = await requestErasure({ seq: last!.seq, key: 'note', reason: 'AVG' }, who('hr', 'hr'), at)
  if (!asked.ok) throw new Error(asked.because)
  const going = { name: 'uren.csv', kind: 'csv', staysElsewhere: false } as const
  expect((await findWords({ seq: last!.seq, key: 'note' }))?.file).toEqual(going)
  expect((await findErasure(asked.value.id))?.file, 'who decides sees it as well').toEqual(going)
  expect(saidOf(going)).toContain('Het bestand uren.csv (CSV-tabel) verdwijnt mee.')
  await judgeErasure(asked.value.id, 'granted', who('council', 'worksCouncil'), at)

  expect(await db.select().from(keptFiles)).toEqual([])
  expect(filesWith('merkteken-bestand')).toEqual([])
  const files = await exportLog()
  expect(files.log).toContain(file.value.hash)
  expect((await verify(files)).problems).toEqual([])
})

test('a file that a phase was shown by as well stays there, and who asks is told', async () => {
  const { useCase, members, vetoPromiseId } = await foundGate('2026-03-02', 'listen')
  const file = await readyFile(new TextEncoder().encode('week;uren\n48;acht\n'), 'uren.csv')
  if (!file.ok) throw new Error(file.because)
  const shown = { output: 'teamTalks', note: 'Alle teams', file: file.value }
  await recordShown(useCase, shown, { person: who(members[0]!, 'agent'), at })
  await recordEvidence(vetoPromiseId, { note: 'Uren', file: file.value }, who('director', 'executive'), at)
  const [last] = await db.select().from(ledgerEntries).orderBy(desc(ledgerEntries.seq)).limit(1)
  const asked = await requestErasure({ seq: last!.seq, key: 'note', reason: 'AVG' }, who('hr', 'hr'), at)
  if (!asked.ok) throw new Error(asked.because)
  expect((await findErasure(asked.value.id))?.file).toMatchObject({ staysElsewhere: true })
  expect(await judgeErasure(asked.value.id, 'granted', who('council', 'worksCouncil'), at)).toMatchObject({ ok: true })
  expect(await findShownFile(useCase, file.value.hash)).toMatchObject({ name: 'uren.csv' })
})

/** The file in which PostgreSQL keeps a table: another one after every rewriting. */
const placeOf = async (table: string) => {
  const said = sql`select pg_relation_filenode(${table}) as place`
  return (await (db as unknown as { execute: (said: unknown) => Promise<{ rows: unknown[] }> }).execute(said)).rows
}

test.runIf(engine === 'postgres')(
  'the table of files is written anew without what was erased; control: not every table is',
  async () => {
    const before = await Promise.all(['kept_files', 'persons'].map(placeOf))
    await compact()
    const after = await Promise.all(['kept_files', 'persons'].map(placeOf))
    expect([after[0], after[1]]).toEqual([expect.not.arrayContaining(before[0]!), before[1]])
  },
)
