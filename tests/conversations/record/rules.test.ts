import { describe, expect, test } from 'vitest'
import {
  agreeTo,
  allowedActs,
  dropDraft,
  mayDo,
  type RecordAct,
  type RecordStands,
  recordActs,
  type Stage,
  type Standing,
  saveChange,
  stageOf,
} from '~/conversations/record/rules'

const version = (number: number, revision = 1, leadAgreed = false) => ({
  ...{ version: number, revision, leadAgreed, employeeAgreed: false },
})
const fixed = { ...version(1, 3, true), employeeAgreed: true }
const standing: Record<Stage, RecordStands> = {
  tooEarly: { state: 'planned', leadIsHere: true },
  none: { state: 'held', leadIsHere: true },
  draft: { state: 'held', draft: version(1, 2), leadIsHere: true },
  agreed: { state: 'held', agreed: fixed, leadIsHere: true },
  redraft: { state: 'held', agreed: fixed, draft: version(2), leadIsHere: true },
  gone: { state: 'withdrawn', leadIsHere: true },
}
const stages = Object.keys(standing) as Stage[]

test.each(stages)('a record knows that it is %s', stage => expect(stageOf(standing[stage])).toBe(stage))

// Written out once more by hand: who may do what, and when. Everything that is not here is refused.
const matrix: Record<Standing, Partial<Record<Stage, RecordAct[]>>> = {
  employee: {
    none: ['begin'],
    draft: ['read', 'save', 'saveOwn', 'agree', 'object', 'withdraw', 'endShare', 'rewrap'],
    agreed: ['read', 'newVersion', 'object', 'withdraw', 'share', 'endShare', 'rewrap'],
    redraft: ['read', 'save', 'saveOwn', 'agree', 'dropVersion', 'object', 'withdraw', 'share', 'endShare', 'rewrap'],
  },
  lead: {
    draft: ['read', 'save', 'agree', 'rewrap'],
    agreed: ['read', 'newVersion', 'rewrap'],
    redraft: ['read', 'save', 'agree', 'rewrap'],
  },
  reader: { agreed: ['read'], redraft: ['read'] },
}

/** Returns every cell in which a rule differs from the matrix. */
const differing = (rule: typeof mayDo) =>
  (Object.keys(matrix) as Standing[]).flatMap(who =>
    stages.flatMap(stage =>
      recordActs
        .filter(act => rule(act, standing[stage], who).ok !== (matrix[who][stage] ?? []).includes(act))
        .map(act => `${who} ${stage} ${act}`),
    ),
  )

test('everybody may do what the table says, in each stage, and nothing else', () => {
  expect(differing(mayDo)).toEqual([])
})

test('a lead lets a newer version go only while nobody else wrote in it, and both only as they read it', () => {
  const ofLead = { ...standing.redraft, leadWroteAlone: true }
  expect(dropDraft(ofLead, { version: 2, revision: 1 }, 'lead').ok).toBe(true)
  expect(dropDraft(standing.redraft, { version: 2, revision: 1 }, 'lead')).toEqual({ ok: false, because: 'notYours' })
  expect(dropDraft(ofLead, { version: 2, revision: 2 }, 'employee')).toMatchObject({ because: 'changedMeanwhile' })
})

test('control: a rule that forgets who asks, or when, is found', () => {
  const forgetsWho: typeof mayDo = (act, stands) => mayDo(act, stands, 'employee')
  const forgetsWhen: typeof mayDo = (act, _stands, who) => mayDo(act, standing.redraft, who)
  expect(differing(forgetsWho)).toContain('lead draft saveOwn')
  expect(differing(forgetsWhen)).toContain('employee gone read')
})

test('a record that is gone is gone for whoever asks in time', () => {
  expect(mayDo('agree', standing.gone, 'employee')).toEqual({ ok: false, because: 'gone' })
  expect(mayDo('save', { ...standing.gone, state: 'expired' }, 'lead')).toEqual({ ok: false, because: 'gone' })
})

test('whoever cannot open a record may do nothing that needs reading it, and the employee may still destroy it', () => {
  expect(allowedActs(standing.draft, 'employee', false)).toEqual(
    ['object', 'withdraw', 'endShare'].filter(a => a !== 'x'),
  )
  expect(allowedActs(standing.draft, 'lead', false)).toEqual([])
})

describe('saving', () => {
  test('starts from the newest change', () => {
    const by = { by: 'lead', own: false } as const
    expect(saveChange(standing.draft, { version: 1, revision: 2 }, by).ok).toBe(true)
    for (const seen of [
      { version: 1, revision: 1 },
      { version: 2, revision: 2 },
      { version: 1, revision: 3 },
    ])
      expect(saveChange(standing.draft, seen, by)).toEqual({ ok: false, because: 'changedMeanwhile' })
  })

  test('never lets a lead write the employee’s own words', () => {
    const seen = { version: 1, revision: 2 }
    expect(saveChange(standing.draft, seen, { by: 'lead', own: true })).toEqual({ ok: false, because: 'notYours' })
    expect(saveChange(standing.draft, seen, { by: 'employee', own: true }).ok).toBe(true)
  })
})

describe('"this is right"', () => {
  const seen = { version: 1, revision: 2 }
  const afterLead = { ...standing.draft, draft: version(1, 2, true) }

  test('is said by the lead first, and by the employee last', () => {
    expect(agreeTo(standing.draft, seen, 'employee')).toEqual({ ok: false, because: 'leadFirst' })
    expect(agreeTo(standing.draft, seen, 'lead')).toEqual({ ok: true, value: { isFixed: false } })
    expect(agreeTo(afterLead, seen, 'employee')).toEqual({ ok: true, value: { isFixed: true } })
  })

  test('is said of one change, not of what came after', () => {
    expect(agreeTo(afterLead, { version: 1, revision: 1 }, 'employee').ok).toBe(false)
  })

  test('cannot be said without a lead who still works here', () => {
    const leadLeft = { ...afterLead, leadIsHere: false }
    expect(agreeTo(leadLeft, seen, 'employee')).toEqual({ ok: false, because: 'leadLeft' })
    expect(mayDo('newVersion', { ...standing.agreed, leadIsHere: false }, 'employee')).toEqual({
      ...{ ok: false, because: 'leadLeft' },
    })
  })
})
