import { join } from 'node:path'
import { config } from '~/config.server'
import type { Contents } from './contents'

// What whoever restores must know before anybody else finds out.

/** Says that the ledger is shorter than what others may have seen, and what to do about it. */
export const aboutLedger = ({ size, root }: NonNullable<Contents['ledger']>, said: string) => `\
* THE LEDGER IS AS OLD AS THE BACKUP: ${size} entries, checkpoint ${root}.
  Whoever saw a longer one, works council and witnesses first of all, will be told that entries were removed. That is true.
  Tell them now, before their verifier does, and give them the folder ledger of this backup to compare with.
  A witness that signed a longer ledger signs this one no more: make a new witness key together.
  The verifier says: ${said.split('\n')[0]}`

/** Says what became of a round that ran. */
export const roundEnded = `
* A round ran when the backup was made. It has ended without a result, and the ledger says so: nobody can know any more who
  drew a token or answered after the backup, and nobody may answer twice. Plan a new round.`

/** Says what becomes of a round that ran when the key of the ledger is not there yet. */
export const roundWillEnd = `
* A round ran when the backup was made. Nobody can draw a token for it any more, and it ends without a result at the first
  start with the key of the ledger in its place. Plan a new round then.`

/** Says where the key of the ledger goes. */
export const keyMissing = `
* The key of the ledger is not in this backup. Put your offline copy in ${join(config.dataDir, 'keys', 'ledger')}.
  Until then no round can start, and no promise or answer can be published.`

/** Says what opens the key of the ledger. */
export const keyLocked = `
* The key of the ledger does not open. Set the KEY_ENCRYPTION_KEY of the old installation, or put its key-encryption-key in
  ${join(config.dataDir, 'keys')}.`

/** Says what of talks is as old as the backup, and what a restore ended. */
export const talksAreOld = `
* Every share of a record has ended: whoever still wants it shares it again. Own keys are those of the day of the backup, so
  that an old conversation passphrase opens them again and a newer one does not; who can read a plan is as it was then.
* Whoever said no to an invitation is asked once more: no backup tells who that was.`
