// Runs a real round whose ballots only the works council can open, against whoever has the whole server:
// `council-round.ts`. A process of its own, because the data folder and the database are settings. Tells how often it
// was tried, how often it worked, and how often it works on designs that do not protect.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase } from '#db'
import { ballotsOf } from '~/ballot-box/store.server'
import { config } from '~/config.server'
import type { Tried } from '~/ledger/attacks/rules'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { acceptCount } from '~/pulses/council/counting.server'
import { makeCouncilKey } from '~/pulses/council/key.client'
import { signedCount } from '~/pulses/council/submission'
import { beginIssuing } from '~/pulses/opening.server'
import { countBroken, together } from '../attack'
import { filesIn, foundIn } from '../attackers/files'
import { bendMaterial, handInForged } from '../attackers/forged-count'
import { enterForged } from '../attackers/forged-entries'
import { openFound } from '../attackers/key-file'
import { keysIn, openedWith } from '../attackers/keys-found'
import { asksHonestly, swapBefore, swapInLedger, swapServed } from '../attackers/swapped-key'
import { canBackUp, command, readable } from './backups'
import { councilDraft, counted, download, openingHalf, passphrase, unlocked } from './council-house'
import { databaseFiles } from './database-files'
import { canaries, castReady, foundHouse, openWith } from './real-round'

const people = await foundHouse()
const swapped = await swapBefore()
const { round, made } = await councilDraft()
const started = await beginIssuing(round)
if (!started.ok) throw new Error(started.because)
swapped.push(...(await swapServed(round)))
const honestPhone = await asksHonestly(round)

castReady(await openWith(round, people))
const during = await robbed('during')
await closeAndCount(round)
const waiting = await robbed('waiting')
const careless = join(config.dataDir, 'careless.json')
writeFileSync(careless, JSON.stringify({ key: await openingHalf(made.file) }))
const savedOnServer = await robbed()
rmSync(careless)

const keys = (await unlocked(made.file))!
const taken = await download(round)
const honest = (await counted(taken, keys))!
const desk = await handInForged({ round, keys, taken, honest })
const bent = await bendMaterial({ round, keys, taken, honest })
const { ok: isHonestTaken } = await acceptCount(round, await signedCount(honest, keys), new Date())
const entries = await enterForged()
const forged = [...desk, ...entries]
const found = await openFound(made.file, (await makeCouncilKey(round, passphrase)).file)

await closeAndCount(round)
// The last of all: it leaves a ledger behind that no backup takes for sound.
swapped.push(...(await swapInLedger()))
closeBallotBox()
await closeDatabase()
const takenIn = (which: 'ours' | 'withoutLedger') => countBroken(swapped.map(one => one[which]))
const parts = {
  ...{ during, waiting, found, swapped: takenIn('ours') },
  ...{ forged: countBroken(forged.map(({ ours }) => ours)), bent: countBroken(bent) },
}
// A sum of six does not tell which of them gave way.
for (const [part, { broken }] of Object.entries(parts)) if (broken > 0) console.error(`council key, ${part}: ${broken}`)
process.send!({
  ours: together(Object.values(parts)),
  withoutSignature: countBroken(forged.map(({ withoutSignature }) => withoutSignature)),
  savedOnServer,
  withoutLedger: takenIn('withoutLedger'),
  rightKey: countBroken([honestPhone, keys !== undefined, isHonestTaken]),
})
process.disconnect()

/** Takes all there is on the server, a backup included: which ballots open, and is any answer readable as it is? */
async function robbed(moment?: string): Promise<Tried> {
  const ballots = [...ballotsOf(ballotBox(), round)]
  if (ballots.length < people.length) throw new Error('the box lacks ballots')
  const files = [...filesIn(config.dataDir), ...(await databaseFiles(true)), ...(moment ? await backedUp(moment) : [])]
  const opened = await openedWith(keysIn(files), ballots)
  const broken = opened + foundIn(files, canaries)
  const where = broken === 0 || !moment ? [] : files.filter(file => foundIn([file], canaries) > 0)
  if (where.length > 0) console.error(`answers can be read ${moment} in`, ...where)
  return { tried: ballots.length + canaries.length, broken }
}

async function backedUp(moment: string): Promise<string[]> {
  if (!canBackUp(process.env)) return []
  const backup = `${config.dataDir}-${moment}`
  await command('backup', [backup, '--with-ledger-key'], process.env)
  return readable(backup)
}
