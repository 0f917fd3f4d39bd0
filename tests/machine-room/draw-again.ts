import { randomBytes } from 'node:crypto'
import { closeDatabase } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import { castMany } from '~/ballot-box/store.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { issue } from '~/pulses/issuing.server'
import { findRound } from '~/pulses/store.server'
import { recover } from '~/timetable.server'
import { blindedToken } from '../pulses/round-trip'

// Starts a restored house as `npm start` does, and then tries to vote twice in it:
// `draw-again.ts <round> <person> <nullifier> [asleep]`. Asleep, nothing of the start is done yet.
const [round = '', person = '', nullifier = '', asleep] = process.argv.slice(2)
if (!asleep) await recover()
const { blinded } = await blindedToken(round, 'U1')
const drawn = await issue(person, round, blinded).catch(fault => ({ ok: false, because: String(fault) }))
const ballot = { nullifier: fromBase64url(nullifier), round, unit: 'U1', sealed: randomBytes(4508) }
const [cast] = castMany(ballotBox(), [ballot])
const { state, voidReason } = (await findRound(round))!
const second = drawn.ok ? 'given' : (drawn as { because: string }).because
process.stdout.write(`OUTCOME ${JSON.stringify({ state, voidReason, second, cast })}\n`)
closeBallotBox()
await closeDatabase()
