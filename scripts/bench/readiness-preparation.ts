// Prepares checks that are published: `readiness-preparation.ts <units> <rounds>`, in the data folder of its settings.
// Who answered what is made up, what may be shown of it is decided by the real rules, round after round.
import { createHash, randomBytes } from 'node:crypto'
import { barrierChecks, closeDatabase, heldCells, publishedCells, rounds, transact } from '#db'
import { writeManifest } from '../../app/ballot-box/manifest'
import { addDays } from '../../app/calendar'
import { questionsIn } from '../../app/pulses/figures'
import { totalsOf } from '../../app/pulses/published'
import { manifestOf, questionsOf } from '../../app/pulses/questions'
import { addBallot, publish, startCount, type Tally } from '../../app/pulses/tally'
import { type UnitNode, unitIdsOf } from '../../app/pulses/units'
import { historyOf, membersIn } from './disclosure-history'
import { foundOrganisation, inParts, today } from './staff'

const unitsPerDepartment = 10
const peoplePerUnit = 10
const daysApart = 28
/** Rounds after which nobody comes or leaves any more: then most figures are new each time, which is the most to compare. */
const restless = 2

const [units, many] = process.argv.slice(2).map(Number)
const tree = organisation(units!)
const unitIds = unitIdsOf(tree)
const roster = new Map(unitIds.map(id => [id, peoplePerUnit]))
const questions = questionsOf({ number: 1, withPilotItem: false, asks: 'check' })
const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest('base64url')

await foundOrganisation(units!, 1)
const past: Parameters<typeof historyOf>[0][number][] = []
for (let nth = 1; nth <= many!; nth++) {
  const members = membersIn(Math.min(nth - 1, restless), unitIds, peoplePerUnit)
  const counted = publish(answered(nth), items => items, historyOf(past, members))
  past.push({ members, cells: counted.cells })
  await store(nth, counted)
}
await closeDatabase()
process.send!({ roundId: `R${many}` })
process.disconnect()

/** Everybody answers, many of them otherwise than in the round before, so that new figures come each time. */
function answered(round: number) {
  const count = startCount(questionsIn({ questions }), tree)
  for (const [place, unit] of unitIds.entries()) {
    for (let nth = 0; nth < peoplePerUnit; nth++) {
      const leaning = (place * 7 + nth * 3 + round * (nth % 4)) % 5
      const answers = Object.fromEntries(
        questions.map(({ id, key }, at) => {
          const step = 1 + ((leaning + Math.floor(at / 4)) % 5)
          return [id, key === 'D' ? step : 6 - step]
        }),
      )
      addBallot(count, { unit, answers })
    }
  }
  return count
}

async function store(nth: number, counted: Tally) {
  const roundId = `R${nth}`
  const closesOn = addDays(today, -daysApart * (many! - nth) - 1)
  const days = { issuingFrom: addDays(closesOn, -11), opensOn: addDays(closesOn, -7), closesOn }
  const manifest = writeManifest(manifestWith(roundId, days))
  const shown = counted.cells.map(({ unitIds: _, favourable, unfavourable, ...cell }) => ({
    roundId,
    ...cell,
    ...{ favourableLow: favourable[0], favourableHigh: favourable[1] },
    ...{ unfavourableLow: unfavourable[0], unfavourableHigh: unfavourable[1] },
  }))
  const held = counted.held.map(one => ({ roundId, ...one }))
  await transact(async tx => {
    await tx.insert(rounds).values({
      ...{ id: roundId, number: nth, state: 'published', withPilotItem: false, ...days },
      manifest: new TextDecoder().decode(manifest),
      manifestSha256: hash(manifest),
      unitTree: JSON.stringify(tree),
      closingStep: 'keysDestroyed',
      totals: JSON.stringify(totalsOf(counted, roster, roster)),
      resultsSha256: hash(roundId),
      receiptsSha256: hash(''),
    })
    await tx.insert(barrierChecks).values({ roundId, withMirror: false })
    for (const rows of inParts(shown)) await tx.insert(publishedCells).values(rows)
    for (const rows of inParts(held)) await tx.insert(heldCells).values(rows)
  })
}

/** Keys of the right length are enough: nobody draws a token any more. */
function manifestWith(round: string, days: { issuingFrom: string; opensOn: string; closesOn: string }) {
  const key = () => randomBytes(294).toString('base64url')
  const members_root = hash('')
  return manifestOf({
    ...{ round, questions, ...days },
    units: unitIds.map(id => ({ id, label: `Team ${id}`, roster: peoplePerUnit, issue_key_spki: key(), members_root })),
    boxKeySpki: key(),
    boxKeySha256: hash(''),
  })
}

function organisation(units: number): UnitNode {
  const departments = Array.from({ length: Math.ceil(units / unitsPerDepartment) }, (_, department) => {
    const first = department * unitsPerDepartment
    const size = Math.min(unitsPerDepartment, units - first)
    const children = Array.from({ length: size }, (_, at) => ({
      id: `U${first + at + 1}`,
      label: `Klantcontact ${first + at + 1}`,
      roster: peoplePerUnit,
    }))
    return { id: `D${department + 1}`, label: `Afdeling ${department + 1}`, children }
  })
  return { id: 'org', label: 'Meetbedrijf', children: departments }
}
