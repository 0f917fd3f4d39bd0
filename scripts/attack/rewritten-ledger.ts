import type { Tried } from '~/ledger/attacks/rules'
import { verify } from '../../app/ledger/verify.mjs'
import { type Attack, countBroken, together } from './attack'
import { type Rewriting, rewritings } from './attackers/rewriting'
import { chanceFrom } from './stage/chance'
import { honestLog } from './stage/honest-log'
import { seconds } from './stage/paper-log'

/** Tells whether a reader, with the verifier that everybody can download, sees nothing wrong. */
type Reader = (rewriting: Rewriting) => Promise<boolean>

const now = seconds('2026-03-15')
const codesOf = async ({ files, ...known }: Rewriting): Promise<string[]> =>
  (await verify(files, { now, ...known })).problems.map((said: { code: string }) => said.code)

const careful: Reader = async rewriting => (await codesOf(rewriting)).length === 0
const withoutMemory: Reader = ({ remembered: _, ...rewriting }) => careful(rewriting)
const byWitnesses = ['unwitnessed', 'backdated', 'ahead']
const withoutWitnesses: Reader = async ({ remembered: _, ...rewriting }) =>
  (await codesOf(rewriting)).every(code => byWitnesses.includes(code))

/** Shows every rewriting to a reader. */
async function rewrite(reader: Reader): Promise<Tried> {
  const missed: boolean[] = []
  for (const make of Object.values(rewritings)) missed.push(await reader(make()))
  return countBroken(missed)
}

/** Changes one byte anywhere in what is served. */
async function changeBytes(times = 300): Promise<Tried> {
  const chance = chanceFrom(7)
  const files = honestLog().files()
  const parts = Object.keys(files) as (keyof typeof files)[]
  const missed: boolean[] = []
  while (missed.length < times) {
    const part = parts[chance.below(parts.length)]!
    const bytes = Buffer.from(files[part])
    const [place, to] = [chance.below(bytes.length), 9 + chance.below(118)]
    if (bytes[place] === to || bytes[place]! > 127) continue
    bytes[place] = to
    missed.push(await careful({ files: { ...files, [part]: bytes.toString() } }))
  }
  return countBroken(missed)
}

/** Rewrites everything and signs it anew, for readers who remember any part of what it was. */
async function rewriteForAll(): Promise<Tried> {
  const paper = honestLog()
  const rewritten = honestLog(paper.log, { due: '2026-12-31' }).files()
  const remembering = paper.lines.map((_, at) => paper.remembered(at + 1)).filter(({ size }) => size > 4)
  return countBroken(await Promise.all(remembering.map(remembered => careful({ files: rewritten, remembered }))))
}

export const rewrittenLedger: Attack = {
  id: 'rewrittenLedger',
  run: async () => together([await rewrite(careful), await changeBytes(), await rewriteForAll()]),
  controls: { withoutWitnesses: () => rewrite(withoutWitnesses), withoutMemory: () => rewrite(withoutMemory) },
}
