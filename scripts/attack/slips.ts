import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { groupCommit, writeGroup } from '~/ballot-box/group-commit.server'
import { openSlipDesk, type SlipDesk } from '~/ballot-box/slips/casting.server'
import { inGroups, slipCode, slipHash } from '~/ballot-box/slips/slip-code'
import { setSlips, slipsOf } from '~/ballot-box/slips/store.server'
import { announceRound, type Ballot, type Box, ballotsOf, openBox, setRoundState } from '~/ballot-box/store.server'
import type { Tried } from '~/ledger/attacks/rules'
import { freshFolder } from '../bench/workshop'
import { type Attack, countBroken, together } from './attack'
import { makeRound } from './stage/paper-round'

const guesses = 500
const answers = { v: 1, a: { P01: 4 }, c: '' } as const
const freshCodes = (count: number) => Array.from({ length: count }, () => slipCode(randomBytes(10)))

type Stolen = { desk: SlipDesk; path: string; codes: string[]; castAll: () => Promise<void> }
/** What a box makes of a ballot by slip before it writes it; ours leaves it as it is. */
type Mark = (ballot: Ballot, box: Box) => Ballot

/** Opens a box with fresh slips and lets an adversary loose on it. */
async function withSlips<Result>(
  attack: (stolen: Stolen) => Promise<Result>,
  mark: Mark = ballot => ballot,
): Promise<Result> {
  const [folder, round, codes] = [freshFolder('slips'), await makeRound(), freshCodes(20)]
  const path = join(folder, 'box.db')
  const box = openBox(path)
  announceRound(box, round.bytes)
  setSlips(box, 'R1', 'U1', await Promise.all(codes.map(code => slipHash('R1', code))))
  setRoundState(box, 'R1', 'open')
  const add = groupCommit(ballots => writeGroup(box, ballots))
  const desk = openSlipDesk(box, ballot => add(mark(ballot, box)))
  const castAll = async () => {
    for (const code of codes) if (!(await desk.cast('R1', code, answers)).ok) throw new Error('a slip did not work')
  }
  try {
    return await attack({ desk, path, codes, castAll })
  } finally {
    box.close()
    rmSync(folder, { recursive: true })
  }
}

/** Uses each slip, guesses codes, and takes the codes of another round: how many are accepted? */
const castEach = async ({ desk, codes }: Stolen): Promise<Tried> => {
  const all = [...codes, ...freshCodes(guesses)]
  return countBroken(await Promise.all(all.map(async code => (await desk.cast('R1', code, answers)).ok)))
}

/** Steals the file of the box: is a code in it, or does a slip bear the mark of its ballot? */
const readFile = async ({ path, codes }: Stolen): Promise<Tried> => {
  const copy = `${path}.stolen`
  cpSync(path, copy)
  const bytes = readFileSync(copy)
  const stolen = openBox(copy)
  const marks = new Set([...ballotsOf(stolen, 'R1')].map(({ nullifier }) => Buffer.from(nullifier).toString('hex')))
  const linked = slipsOf(stolen, 'R1').map(({ hash }) => marks.has(hash.toString('hex')))
  stolen.close()
  if (marks.size < codes.length) throw new Error('the stolen box lacks ballots')
  return countBroken([...linked, ...codes.flatMap(code => [code, inGroups(code)]).map(code => bytes.includes(code))])
}

const useAll = async (stolen: Stolen): Promise<Tried> => {
  await stolen.castAll()
  return together([await castEach(stolen), await readFile(stolen)])
}

/** The control: a box that writes the hash of a slip with its ballot, so that a found slip leads to an answer. */
const markedBySlip: Mark = (ballot, box) => {
  const written = new Set([...ballotsOf(box, 'R1')].map(({ nullifier }) => Buffer.from(nullifier).toString('hex')))
  const [next] = slipsOf(box, 'R1').filter(({ hash }) => !written.has(hash.toString('hex')))
  return { ...ballot, nullifier: next!.hash }
}
const castAndRead = async (stolen: Stolen): Promise<Tried> => {
  await stolen.castAll()
  return readFile(stolen)
}

export const slips: Attack = {
  id: 'slips',
  run: () => withSlips(useAll),
  controls: { markedBySlip: () => withSlips(castAndRead, markedBySlip), freshSlips: () => withSlips(castEach) },
}
