import { createHash } from 'node:crypto'
import type { Manifest } from '~/ballot-box/manifest'
import { cosignatureLine, type Signer, signedNote } from '~/ledger/note'
import type { RoundProof } from '~/ledger/round-proof'
import { inclusionProof, leafHash } from '~/ledger/tree'
import { noon, PaperLog, signer } from './paper-log'
import type { Round } from './paper-round'

const named = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** What an honest organisation enters about a round. */
export function openedData({ manifest, bytes }: { manifest: Manifest; bytes: Uint8Array }) {
  const { round, rules } = manifest
  const units = manifest.units.map(({ id, roster, issue_key_spki }) => {
    return { id, roster, issue_key: named(Buffer.from(issue_key_spki, 'base64url')) }
  })
  return {
    round,
    rules,
    units,
    manifest: named(bytes),
    box_key: named(Buffer.from(manifest.box_key_spki, 'base64url')),
  }
}

/** A ledger on paper that tells phones about one round, honestly or not. */
export class RoundLedger extends PaperLog {
  seq = 0
  constructor(log: Signer = signer('inspraak.voorbeeld.nl/ledger')) {
    super(log)
    this.open('2026-11-20')
  }

  enter(round: Pick<Round, 'manifest' | 'bytes'>, change: object = {}) {
    this.seq = this.add('2026-11-20', 'round.opened', { ...openedData(round), ...change })
    return this
  }

  /** Any other entry, so that the round does not stand last. */
  more(count = 1) {
    for (let n = 0; n < count; n++) this.add('2026-11-21', 'round.closed', { round: `X${this.lines.length}` })
    return this
  }

  /** The proof that a phone is served, under the ledger as it is now. */
  proof(...witnesses: Signer[]): RoundProof {
    const leaves = this.lines.map(line => leafHash(Buffer.from(line)))
    const lines = witnesses.map(one => cosignatureLine(this.body(), one, noon('2026-11-21')))
    return {
      v: 1,
      seq: this.seq,
      entry: this.lines[this.seq]!,
      path: inclusionProof(leaves, this.seq).map(hash => hash.toString('base64')),
      checkpoint: signedNote(this.body(), this.log) + lines.join(''),
      keys: this.logKeys(),
      witnesses: this.witnesses,
    }
  }

  private logKeys() {
    const entries = this.lines.map(line => JSON.parse(line))
    const those = entries.filter(({ type }) => type === 'log.opened' || type === 'key.rotated')
    return those.map(({ seq, data: { key, signature } }) => ({ key, from: seq, ...(signature && { signature }) }))
  }
}
