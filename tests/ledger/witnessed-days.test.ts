import { expect, test } from 'vitest'
import { report, verify } from '../../app/ledger/verify.mjs'
import { council, hashOf, honestLog, PaperLog, seconds, signer } from './log-builder'

const now = seconds('2026-03-15')
const roundOpened = { rules: 'K7c2.v1', manifest: hashOf('b'), box_key: hashOf('c'), units: [] }

test('only the days that a witness saw are said to be in time', async () => {
  const lines = report('nl', await verify(honestLog().files(), { now })).join(' ')
  expect(lines).toContain('Van regel 1 tot en met 7 is niets teruggedateerd. De dagen daarvoor zag geen getuige.')
  const late = new PaperLog(signer('voorbeeld.nl/ledger'))
  late.open('2020-01-06')
  late.add('2020-01-07', 'round.opened', { ...roundOpened, round: 'R-oud' })
  late.register('2026-03-10', council)
  late.cosign('2026-03-11', council)
  const said = report('nl', await verify(late.files(), { now }))
  expect(said[0], 'old days before the first witness are no fault').toMatch(/^In orde/)
  expect(said.join(' ')).toContain('Van regel 2 tot en met 2 is niets teruggedateerd.')
})
