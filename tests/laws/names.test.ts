import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesMatching, type SourceFile } from './reading'

const dumpingGrounds = /(^|\/)(utils?|helpers?|services?|common|misc|lib|libs|types|shared)(\/|\.\w+$)/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|sqlite|pg|test|journey|config))*\.\w+$/
const top = [
  'README.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'remix.config.js',
  'app',
  'db',
  'surveys',
  'scripts',
  'tests',
]

const files = filesMatching(/^(app|db|surveys|scripts|tests)\//)
const paths = files.map(file => file.path)

const dumped = (all: string[]) => all.filter(path => dumpingGrounds.test(path))
const looseTests = (all: string[]) => all.filter(path => /^app\/.*\.(test|spec)\./.test(path))
const odd = (all: string[]) =>
  all.filter(
    path => !/^app\/(routes|public)\/|README\.md$|^db\/migrations\//.test(path) && !kebab.test(path.split('/').at(-1)!),
  )
const strangersOnTop = (entries: string[]) => {
  const ignored = readFileSync('.gitignore', 'utf8').split('\n')
  return entries.filter(entry => !entry.startsWith('.') && !top.includes(entry) && !ignored.includes(entry))
}
/** Remix and the tools insist on a default in these files; everywhere else a thing has one name. */
const needsDefault = /^app\/(routes\/|root\.tsx|entry\.server\.tsx)|\.config\.ts$/
const defaults = (all: SourceFile[]) =>
  all.filter(({ path, text }) => /\.tsx?$/.test(path) && !needsDefault.test(path) && /^export default/m.test(text))

test('no folder or file is a dumping ground', () => expect(dumped(paths)).toEqual([]))
test('no test lies where Remix would make it a public page', () => expect(looseTests(paths)).toEqual([]))
test('files are named in kebab-case with the fixed endings', () => expect(odd(paths)).toEqual([]))
test('the top level holds the fixed list and nothing else', () => expect(strangersOnTop(readdirSync('.'))).toEqual([]))
test('things are exported under their name', () => expect(defaults(files).map(file => file.path)).toEqual([]))

test('control: what breaks these laws is found', () => {
  expect(dumped(['app/utils/dates.ts', 'app/people/helpers.ts', 'app/lib/a.ts', 'app/people/types.ts'])).toHaveLength(4)
  expect(looseTests(['app/routes/stray.test.tsx', 'app/people/rules.spec.ts'])).toHaveLength(2)
  expect(odd(['app/people/StaffCard.tsx', 'app/people/staff_card.tsx', 'app/people/rules.backend.ts'])).toHaveLength(3)
  expect(strangersOnTop(['vite.config.ts', 'src', 'app', 'node_modules'])).toEqual(['vite.config.ts', 'src'])
  expect(defaults([{ path: 'app/ui/button.tsx', text: 'export default function Button() {}' }])).toHaveLength(1)
})

test('control: what only looks like it is let through', () => {
  expect(dumped(['app/ui/typescale.css', 'app/people/shared-desk.ts'])).toEqual([])
  expect(odd(['app/people/store.server.ts', 'db/columns.pg.ts', 'tests/journeys/ballot.journey.ts'])).toEqual([])
})
