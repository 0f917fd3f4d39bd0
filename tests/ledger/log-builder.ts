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

const promise = {
  id: 'P-1',
  made_on: '2026-01-06',
  due: '2026-06-30',
  entered_later: false,
  owner_role: 'executive',
  about: [],
}
export const promised = {
  text: 'Elke maandag twee extra mensen aan de lijn.',
  why: 'w',
  exclusions: 'geen',
  measure: 'm',
  scope: 's',
}

/** A quarter of a year in which everybody did what they should; `changed` writes another past with the same keys. */
export function honestLog(
  log = signer('inspraak.voorbeeld.nl/ledger'),
  changed: { due?: string; withoutClosing?: true } = {},
) {
  const paper = new PaperLog(log)
  paper.open('2026-01-05')
  paper.register('2026-01-05', council)
  paper.register('2026-01-05', union)
  const unit = { id: 'U1', issue_key: hashOf('a'), roster: 14 }
  const opened = { round: 'R1', rules: 'K7c2.v1', manifest: hashOf('b'), box_key: hashOf('c'), units: [unit] }
  paper.add('2026-01-05', 'round.opened', opened)
  paper.add('2026-01-06', 'promise.made', { ...promise, due: changed.due ?? promise.due }, promised)
  paper.cosign('2026-01-07', council, union)
  paper.add('2026-02-02', 'promise.status', { id: 'P-1', status: 'underWay' })
  paper.cosign('2026-02-04', council)
  if (!changed.withoutClosing) paper.add('2026-02-20', 'round.closed', { round: 'R1' })
  paper.cosign('2026-02-21', council)
  paper.add('2026-03-10', 'promise.evidence', { id: 'P-1' }, { note: 'Rooster week 10, door J. Jansen' })
  paper.cosign('2026-03-11', council)
  return paper
}
