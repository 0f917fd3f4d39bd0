import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { commentHolds, engine, publishedComments, transact } from '#db'
import { finishReleases } from '~/pulses/comments/holds.server'
import { filesWith } from '../../ledger/forensics'
import { foundHouse, issuingRound } from '../round-trip'

// A fall between the release of comments and the cleaning of the disk, in a house that then stood still for years.

const name = 'Zonneveldinga'
let roundId: string

beforeAll(async () => {
  await foundHouse({ A: 9 })
  roundId = await issuingRound()
})

const fallenAfter = (blanked: number) =>
  transact(async tx => {
    await tx.delete(commentHolds)
    await tx.insert(commentHolds).values({ roundId, heldUntil: '2023-01-13', releasedOn: '2023-01-13', blanked })
  })

test.runIf(engine === 'sqlite')('a name that was blanked long ago leaves the disk at the next start', async () => {
  const comment = { id: 'c1', roundId, cellId: 'U1', body: `Volgens ${name} hoeft het niet.` }
  await transact(tx => tx.insert(publishedComments).values(comment))
  await transact(tx => tx.update(publishedComments).set({ body: 'Volgens ▇▇▇.' }).where(eq(publishedComments.id, 'c1')))
  await fallenAfter(0)
  await finishReleases()
  expect(filesWith(name), 'control: where nothing was blanked nothing is cleaned').not.toEqual([])
  await fallenAfter(1)
  await finishReleases()
  expect(filesWith(name)).toEqual([])
})

test('where nothing waits or waited, nothing is done', async () => {
  await transact(tx => tx.delete(commentHolds))
  await finishReleases()
})
