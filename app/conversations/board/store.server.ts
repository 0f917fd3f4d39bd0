import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { boardLines, type Db, db, transact } from '#db'
import type { Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import { type Board, type BoardLine, boardOf, type LineWords, writeLine } from './rules'

/** Returns the board as it stands today. */
export async function findBoard(today: Day): Promise<Board> {
  return boardOf((await db.select().from(boardLines)).map(asLine), today)
}

/** Finds one line of the board. */
export async function findLine(id: string, from: Db = db): Promise<BoardLine | undefined> {
  const [row] = await from.select().from(boardLines).where(eq(boardLines.id, id))
  return row && asLine(row)
}

/** Puts a line on the board. The very same line sent twice is one line. */
export function addLine(words: LineWords, today: Day) {
  const decision = writeLine(words, today)
  if (!decision.ok) return Promise.resolve(decision)
  return transact(async tx => {
    const there = await tx.select().from(boardLines).where(eq(boardLines.line, words.line))
    const row = { id: randomUUID(), version: 1, ...asRow(decision.value), changedOn: today }
    const same = there.find(one => isSame(one, row))
    if (same) return allow({ id: same.id })
    await tx.insert(boardLines).values(row)
    return allow({ id: row.id })
  })
}

/** Puts other words in the place of a line; not over what somebody else wrote there meanwhile. */
export function changeLine(id: string, seen: number, words: LineWords, today: Day) {
  const decision = writeLine(words, today)
  if (!decision.ok) return Promise.resolve(decision)
  const row = asRow(decision.value)
  return transact(async tx => {
    const now = await seenLine(id, seen, tx)
    // The button pressed twice: what was sent stands there already.
    if (!now.ok) return now.because === 'changedMeanwhile' && isSame(await rowOf(id, tx), row) ? allow({ id }) : now
    const changed = { ...row, version: seen + 1, changedOn: today }
    await tx.update(boardLines).set(changed).where(eq(boardLines.id, id))
    return allow({ id })
  })
}

/** Takes a line off the board; not when somebody else changed it meanwhile. */
export function removeLine(id: string, seen: number) {
  return transact(async tx => {
    const now = await seenLine(id, seen, tx)
    if (now.ok) await tx.delete(boardLines).where(eq(boardLines.id, id))
    return now
  })
}

async function seenLine(id: string, seen: number, tx: Db) {
  const now = await findLine(id, tx)
  if (!now) return refuse('noSuchLine')
  return now.version === seen ? allow({ id }) : refuse('changedMeanwhile')
}

type Row = typeof boardLines.$inferSelect
type Words = Pick<Row, 'part' | 'line' | 'because' | 'untilOn'>

const rowOf = async (id: string, tx: Db) => (await tx.select().from(boardLines).where(eq(boardLines.id, id)))[0]!
const isSame = (one: Words, other: Words) =>
  one.part === other.part && one.line === other.line && one.because === other.because && one.untilOn === other.untilOn

const asRow = ({ part, line, because, untilOn }: LineWords): Words => ({
  part,
  line,
  because: because ?? null,
  untilOn: untilOn ?? null,
})

const asLine = ({ because, untilOn, ...row }: Row): BoardLine => ({
  ...row,
  ...(because && { because }),
  ...(untilOn && { untilOn }),
})
