import { transact } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { verify } from '../../app/ledger/verify.mjs'

// Stories that are told to the ledger alone, past all rules: what no store would ever enter can be entered here.

type Subject = 'plan' | 'expense' | 'verdict' | 'key' | 'veto' | 'persuaded' | 'escalate'
type Booked = 'grant' | 'commitment' | 'expense' | 'release' | 'correction'
const ways = {
  grant: ['pool', 'free'],
  commitment: ['free', 'committed'],
  expense: ['committed', 'spent'],
  release: ['committed', 'free'],
  correction: ['free', 'pool'],
} as const

let groups = 0
/** A working group and a use case that no other test knows, with everything that comes before its gate can open. */
export function paperWorld() {
  const n = ++groups
  const [group, use_case, gate] = [`W-${n}`, `U-${n}`, `G-${n}`]
  const vote = (name: string, subject: Subject, counted: object = {}): LedgerEvent[] => {
    const rule = { quorum_pct: 67, majority_pct: 50, veto_pct: 33 }
    const proposal = `${name}-${n}`
    const count = { consent: 8, aside: 1, object: 0, ...counted }
    return [
      {
        type: 'vote.opened',
        data: { group, proposal, subject, closes: '2026-06-30', ...rule },
        words: { title: 'a', text: 'b' },
      },
      { type: 'vote.closed', data: { proposal, outcome: 'adopted', ...count } },
    ]
  }
  const key = (holder: 'workgroup' | 'formal', turned = true, by = 'good', version = 1): LedgerEvent => ({
    type: 'gate.key',
    data: { gate, version, holder, turned, ...(holder === 'workgroup' && { proposal: `${by}-${n}` }) },
    words: {},
  })
  const step = (version: number, target_pct: number): LedgerEvent => ({
    type: 'gate.step',
    data: { gate, version, group, use_case, kind: 'pilotStart', target_pct, measuring_from: '2026-06-01' },
    words: { criteria: '[]' },
  })
  const judged = (by: string, good = true, version = 1): LedgerEvent => ({
    type: 'gate.judged',
    data: { gate, version, good, failed: good ? [] : [1], proposal: by.includes('-') ? by : `${by}-${n}` },
    words: { notes: '[]' },
  })
  const fixed: LedgerEvent[] = [
    { type: 'workgroup.mandated', data: { group, version: 1, seats: 12, weekly_minutes: 480 }, words: { text: 'm' } },
    { type: 'phase.entered', data: { use_case, phase: 'listen' } },
    { type: 'phase.entered', data: { use_case, phase: 'prototype' } },
    step(1, 20),
  ]
  const begun = [...fixed, ...vote('good', 'verdict'), judged('good')]
  const booked = (kind: Booked, no: number, { by, ...more }: { by?: string; [name: string]: unknown }): LedgerEvent => {
    const [from, to] = ways[kind]
    const data = { group, no, kind, cents: 100, from, to, ...(by && { proposal: `${by}-${n}` }), ...more }
    return { type: 'budget.booked', data, words: { what: 'w' } }
  }
  const veto = (by = 'no', version = 1): LedgerEvent => ({
    type: 'veto.raised',
    data: { gate, version, id: `X-${n}`, criterion: 1, proposal: `${by}-${n}`, answer_due: '2026-07-01' },
    words: { evidence: 'e', persuade: 'p' },
  })
  const moved = (
    to: 'answered' | 'accepted' | 'persuaded' | 'escalated' | 'overridden',
    by: 'group' | 'management' | 'director',
    decided = 'calm',
  ): LedgerEvent => ({
    type: 'veto.moved',
    data: { id: `X-${n}`, to, by, ...(by === 'group' && { proposal: `${decided}-${n}` }) },
    words: {},
  })
  const at = (pct: number, version?: number): LedgerEvent => ({
    type: 'gate.moved',
    data: { gate, pct, version },
    words: {},
  })
  const vetoed = [...vote('no', 'veto'), veto()]
  const opened = [...begun, key('workgroup'), key('formal'), at(20, 1)]
  return { begun, fixed, opened, vetoed, key, step, judged, veto, moved, at, vote, booked, n, group, open: at(20, 1) }
}
export type PaperWorld = ReturnType<typeof paperWorld>

let seen = 0
/** Enters events whatever they are. @returns the kinds of those that the verifier finds out of place */
export async function foundIn(events: LedgerEvent[]): Promise<string[]> {
  for (const event of events) await transact(tx => append(tx, event, new Date('2026-06-10T12:00:00Z')))
  const { problems } = await verify(await exportLog())
  const references = problems.filter(({ code }: { code: string }) => code === 'reference' || code === 'leftOpen')
  const fresh = references.slice(seen)
  seen = references.length
  return fresh.map(({ code, what }: { code: string; what: string }) => (code === 'leftOpen' ? code : what))
}
