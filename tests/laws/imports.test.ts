import { describe, expect, test } from 'vitest'
import { circles } from './circles'
import { boxKnowingPeople, wrongDirections } from './layers'
import { handmadeTransactions, impureRules, readersOfEnvironment, strayPackages } from './packages'
import { filesMatching, type SourceFile } from './reading'

const files = filesMatching(/^(app|db|surveys|scripts|tests)\/.*\.(ts|tsx|mjs)$|^remix\.config\.js$/)

type Law = [sentence: string, law: (files: SourceFile[]) => string[], bad: Record<string, string>]

const laws: Law[] = [
  ['imports run one way', wrongDirections, { 'app/pulses/rules.ts': "import { db } from '#db'" }],
  [
    'a view never reaches a store',
    wrongDirections,
    { 'app/pulses/results-card.tsx': "import { a } from './store.server'" },
  ],
  ['a door never reaches the database', wrongDirections, { 'app/routes/app.home.tsx': "import { db } from '#db'" }],
  [
    'capabilities leave each other’s stores alone',
    wrongDirections,
    { 'app/gates/store.server.ts': "export { a } from '~/pulses/store.server'" },
  ],
  [
    'questionnaires know nothing of the app',
    wrongDirections,
    { 'surveys/pulse/v1.ts': "import { a } from '~/calendar'" },
  ],
  ['ui knows no store', wrongDirections, { 'app/ui/shell.tsx': "import { a } from '~/people/store.server'" }],
  [
    'the ballot box knows no person',
    boxKnowingPeople,
    { 'app/ballot-box/door.server.ts': "import { a } from '~/people/session.server'" },
  ],
  [
    'the ballot box knows no main database',
    boxKnowingPeople,
    { 'app/ballot-box/intake.server.ts': "import { db } from '#db'" },
  ],
  [
    'no files need each other in a circle',
    circles,
    { 'app/gates/rules.ts': "import './budget.ts'", 'app/gates/budget.ts': "import './rules.ts'" },
  ],
  ['the npm package remix is never imported', strayPackages, { 'app/root.tsx': "import { a } from 'remix'" }],
  [
    'only session.server.ts knows Lucia',
    strayPackages,
    { 'app/people/store.server.ts': "import { Lucia } from 'lucia'" },
  ],
  ['rules know no drizzle', strayPackages, { 'app/pulses/units.ts': "import { eq } from 'drizzle-orm'" }],
  ['rules read no files', strayPackages, { 'app/pulses/units.ts': "const a = await import('node:fs')" }],
  ['rules ask no clock', impureRules, { 'app/pulses/rules.ts': 'const at = new Date()' }],
  ['rules ask no chance', impureRules, { 'surveys/scoring.ts': 'const a = Math.random()' }],
  [
    'only config.server.ts reads the environment',
    readersOfEnvironment,
    { 'app/log.server.ts': 'process.env.LOG_LEVEL' },
  ],
  [
    'transactions are opened in db only',
    handmadeTransactions,
    { 'app/people/store.server.ts': 'db.transaction(async tx => {})' },
  ],
]

describe.each(laws)('%s', (_sentence, law, bad) => {
  test('in this house', () => expect(law(files)).toEqual([]))

  test('control: a file that breaks it is found', () => {
    const mutants = Object.entries(bad).map(([path, text]) => ({ path, text }))
    const others = files.filter(file => !(file.path in bad))
    expect(law([...others, ...mutants]).join()).toContain(mutants[0]!.path)
  })
})

test('control: what only looks forbidden is let through', () => {
  const good = [
    { path: 'app/pulses/rules.ts', text: '// new Date() is for routes\nconst noon = new Date(at)' },
    { path: 'app/pulses/results-card.tsx', text: "import type { loader } from '~/routes/app.home'" },
  ]
  expect([...impureRules(good), ...wrongDirections(good)]).toEqual([])
})
