// Prepares an open round with ballots that are ready to be cast: `watched-round.ts`, in the data folder of its
// settings. Tells the round, the requests that cast the ballots, and the cookie of somebody who may do everything.
import { closeDatabase, personRoles, transact } from '#db'
import { toBase64url } from '~/ballot-box/bytes'
import { roles } from '~/people/rules'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { signIn } from '../../bench/staff'
import { openedRound } from './real-round'

const { round, people, ready } = await openedRound()
const personId = people[0]!
await transact(async tx => {
  for (const role of roles) await tx.insert(personRoles).values({ personId, role })
})
const [cookie] = await signIn([personId])
const bodies = ready.map(({ unit, input, signature, sealed }) =>
  JSON.stringify({
    unit,
    input: toBase64url(input),
    signature: toBase64url(signature),
    sealed: toBase64url(Uint8Array.from(sealed)),
  }),
)
closeBallotBox()
await closeDatabase()
process.send!({ round, personId, cookie, bodies })
process.disconnect()
