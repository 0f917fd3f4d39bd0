import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { groupCommit, writeGroup } from '~/ballot-box/group-commit.server'
import { openSlipDesk, type SlipDesk } from '~/ballot-box/slip-casting.server'
import { slipCode, slipHash } from '~/ballot-box/slip-code'
import { setSlips, slipsOf } from '~/ballot-box/slip-store.server'
import { announceRound, type Box, ballotsOf, castMany, openBox, setRoundState } from '~/ballot-box/store.server'
import { sealedBytes } from '~/ballot-box/unseal'
import type { Tried } from '~/ledger/attacks'
import { freshFolder } from '../bench/workshop'
import { type Attack, countBroken, together } from './attack'
import { makeRound } from './stage/paper-round'

const guesses = 500
const answers = { v: 1, a: { P01: 4 }, c: '' } as const
const freshCodes = (count: number) => Array.from({ length: count }, () => slipCode(randomBytes(10)))

type Stolen = { desk: SlipDesk; box: Box; path: string; used: string[] }

/** Opens a box whose slips are all used, or all fresh, and lets an adversary loose on it. */
async function withSlips<Result>(areUsed: boolean, attack: (stolen: Stolen) => Promise<Result>): Promise<Result> {
  const [folder, round, used] = [freshFolder('slips'), await makeRound(), freshCodes(20)]
  const path = join(folder, 'box.db')
  const box = openBox(path)
  announceRound(box, round.bytes)
  setSlips(box, 'R1', 'U1', await Promise.all(used.map(code => slipHash('R1', code))))
  setRoundState(box, 'R1', 'open')
  const desk = openSlipDesk(
    box,
    groupCommit(ballots => writeGroup(box, ballots)),
  )
  try {
    for (const code of areUsed ? used : [])
      if (!(await desk.cast('R1', code, answers)).ok) throw new Error('a slip did not work')
    return await attack({ desk, box, path, used })
  } finally {
    box.close()
    rmSync(folder, { recursive: true })
  }
}

/** Uses each slip again, guesses codes, and takes the codes of another round. */
const castAgain = async ({ desk, used }: Stolen): Promise<Tried> => {
  const codes = [...used, ...freshCodes(guesses)]
  return countBroken(await Promise.all(codes.map(async code => (await desk.cast('R1', code, answers)).ok)))
}

/** Reads the file of the box: is a code in it, or does a slip bear the mark of its ballot? */
const readFile = async ({ box, path, used }: Stolen): Promise<Tried> => {
  const bytes = readFileSync(path)
  const marks = new Set([...ballotsOf(box, 'R1')].map(({ nullifier }) => Buffer.from(nullifier).toString('hex')))
  const linked = slipsOf(box, 'R1').map(({ hash }) => marks.has(hash.toString('hex')))
  return countBroken([...linked, ...used.map(code => bytes.includes(code))])
}

/** The control: a box in which a ballot bears the hash of its slip, so that a found slip leads to an answer. */
const markedBySlip = (stolen: Stolen): Promise<Tried> => {
  const { box } = stolen
  const marked = slipsOf(box, 'R1').map(({ hash, unit }) => ({ nullifier: hash, round: 'R1', unit, sealed: noAnswer }))
  castMany(box, marked)
  return readFile(stolen)
}
const noAnswer = randomBytes(sealedBytes)

export const slips: Attack = {
  id: 'slips',
  run: () => withSlips(true, async stolen => together([await castAgain(stolen), await readFile(stolen)])),
  controls: { markedBySlip: () => withSlips(true, markedBySlip), freshSlips: () => withSlips(false, castAgain) },
}
