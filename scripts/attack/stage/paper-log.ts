import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { canonical } from '~/ballot-box/canonical'
import { commitTo, type Opening } from '~/ledger/commitments'
import {
  checkpointBody,
  cosignatureLine,
  keyTypes,
  rotationText,
  type Signer,
  signedNote,
  verifierKey,
} from '~/ledger/note'
import { leafHash, treeRoot } from '~/ledger/tree'

/** Makes somebody who can sign. */
export const signer = (name: string): Signer => ({ name, key: generateKeyPairSync('ed25519').privateKey })
export const noon = (day: string) => new Date(`${day}T12:00:00Z`)
export const seconds = (day: string) => noon(day).getTime() / 1000
export const hashOf = (letter: string) => `sha256:${letter.repeat(64)}`

type Registered = { from: number; key: string; name: string; until?: number }

/** A ledger on paper: whoever holds its key can write anything into it, also what the store never would. */
export class PaperLog {
  lines: string[] = []
  openings: Record<string, Opening> = {}
  checkpoints: string[] = []
  witnesses: Registered[] = []
  constructor(public log: Signer) {}

  add(day: string, type: string, data: object, words: Record<string, string> = {}) {
    const seq = this.lines.length
    const commit: Record<string, string> = {}
    for (const [what, text] of Object.entries(words)) {
      const salt = randomBytes(32)
      commit[what] = commitTo(salt, text)
      this.openings[`${seq}.${what}`] = { salt: salt.toString('hex'), text }
    }
    const said = Object.keys(commit).length > 0 ? { commit } : {}
    this.lines.push(canonical({ v: 1, seq, day, type, data, ...said }))
    return seq
  }

  open = (day: string) => this.add(day, 'log.opened', { name: this.log.name, key: verifierKey(this.log) })

  register(day: string, witness: Signer) {
    const key = verifierKey(witness, keyTypes.witness)
    const from = this.add(day, 'witness.added', { name: witness.name, key, of: 'worksCouncil' })
    this.witnesses.push({ from, key, name: witness.name })
  }

  rotate(day: string, to: Signer, by = this.log) {
    const key = verifierKey(to)
    const signature = sign(null, Buffer.from(rotationText(to.name, this.lines.length, key)), by.key).toString('base64')
    this.add(day, 'key.rotated', { key, signature })
    this.log = to
  }

  redact(day: string, seq: number, key: string) {
    delete this.openings[`${seq}.${key}`]
    this.add(day, 'redaction', { seq, key, reason: 'AVG art. 17, besluit OR en FG' })
  }

  root = (size = this.lines.length) => treeRoot(this.lines.slice(0, size).map(line => leafHash(Buffer.from(line))))
  body = () => checkpointBody({ name: this.log.name, size: this.lines.length, root: this.root() })

  cosign(day: string, ...by: Signer[]) {
    const lines = by.map(witness => cosignatureLine(this.body(), witness, noon(day)))
    this.checkpoints.push(signedNote(this.body(), this.log) + lines.join(''))
  }

  /** The four files, as they are served. */
  files(checkpoint = signedNote(this.body(), this.log)) {
    return {
      log: this.lines.map(line => `${line}\n`).join(''),
      checkpoint,
      openings: canonical(this.openings),
      witnesses: canonical({ v: 1, witnesses: this.witnesses, checkpoints: this.checkpoints }),
    }
  }

  remembered = (size = this.lines.length) => ({ name: this.log.name, size, root: this.root(size).toString('base64') })
}

export const council = signer('or.voorbeeld.nl/anna')
export const union = signer('vakbond.example/bo')
