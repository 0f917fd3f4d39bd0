import { sign } from 'node:crypto'
import { type Db, db, ledgerEdge, transact } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { logSigner } from '~/ledger/log-key.server'
import { findGate } from '../store.server'
import { answerOf, type GateAnswer, signedText } from './answer'

/** An answer with the signature of the ledger's key over it. */
export type SignedAnswer = GateAnswer & { signature: string }

/**
 * Reads how a gate stands and signs it; nothing when there is no such gate. Whoever writes meanwhile shows in the length
 * of the ledger: then it is read again as the only writer, so that no answer mixes what was with what is.
 *
 * @throws when the ledger or its key is gone: then nobody gets an answer, and every program blocks by itself
 */
export async function signAnswer(gateId: string, at: Date): Promise<SignedAnswer | undefined> {
  const size = (await endOf(db)).size
  const gate = await findGate(gateId)
  if (!gate) return undefined
  const end = await endOf(db)
  return end.size === size ? signed(answerOf(gate, size - 1, at), end) : transact(tx => readAlone(tx, gateId, at))
}

async function readAlone(tx: Db, gateId: string, at: Date) {
  const end = await endOf(tx)
  return signed(answerOf((await findGate(gateId, tx))!, end.size - 1, at), end)
}

type End = typeof ledgerEdge.$inferSelect

async function endOf(from: Db): Promise<End> {
  const [end] = await from.select().from(ledgerEdge)
  if (!end) throw new Error('the ledger is not open')
  return end
}

function signed(answer: GateAnswer, { name, key }: End): SignedAnswer {
  const signature = sign(null, Buffer.from(signedText(answer)), logSigner(name, key).key)
  return { ...answer, signature: signature.toString('base64') }
}

/** Writes a signed answer as it is served. */
export const asText = (answer: SignedAnswer): string => canonical(answer)
