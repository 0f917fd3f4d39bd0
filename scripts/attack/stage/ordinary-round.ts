// The control of the works council's own key: `ordinary-round.ts` runs a round whose key the server holds, and a thief
// of the whole server opens it while it runs. Tells how many ballots there were and how many opened.
import { closeDatabase } from '#db'
import { ballotsOf } from '~/ballot-box/store.server'
import { config } from '~/config.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { filesIn } from '../attackers/files'
import { keysIn, openedWith } from '../attackers/keys-found'
import { databaseFiles } from './database-files'
import { runRound } from './real-round'

const round = await runRound()
const ballots = [...ballotsOf(ballotBox(), round)]
const files = [...filesIn(config.dataDir), ...(await databaseFiles(true))]
const opened = await openedWith(keysIn(files), ballots)
closeBallotBox()
await closeDatabase()
process.send!({ tried: ballots.length, broken: opened })
process.disconnect()
