import { expect, test } from 'vitest'
import { tooLong, tooMuchAtOnce } from './measuring'
import { filesMatching } from './reading'

const everything = filesMatching(/^(app|db|surveys|scripts|tests)\/.*\.(tsx?|mjs|css|md)$/)
// Tests tell one story each and Remix decides what an entry takes.
const functions = everything.filter(
  ({ path }) => /\.(tsx?|mjs)$/.test(path) && !/^tests\/|^app\/entry\.|^db\/seed\//.test(path),
)

const lines = (count: number, line = 'one()\n') => line.repeat(count)

test('no file is longer than its kind may be', () => {
  expect(tooLong(everything)).toEqual([])
})

test('no function is longer than a screen or takes more than four arguments', () => {
  expect(tooMuchAtOnce(functions)).toEqual([])
})

test.each([
  ['app/pulses/rules.ts', 151],
  ['app/people/form.ts', 61],
  ['app/routes/app.home.tsx', 121],
  ['scripts/serve.ts', 121],
  ['tests/pulses/rules.test.ts', 201],
  ['app/ui/style.css', 201],
  ['app/decisions/0001-sqlite-first.md', 61],
  ['surveys/README.md', 61],
])('control: %s of %i lines is found', (path, count) => {
  expect(tooLong([{ path, text: lines(count) }])).toHaveLength(1)
  expect(tooLong([{ path, text: lines(count - 1) }])).toEqual([])
})

test('control: a long function and one with five arguments are found, a maker of small ones is not', () => {
  const long = `function long() {\n${lines(25)}}\n`
  const greedy = 'const greedy = (a, b, c, d, e) => a\n'
  const maker = `function maker() {\n  const a = () => {\n${lines(20)}}\n  const b = () => {\n${lines(20)}}\n}\n`
  const found = tooMuchAtOnce([{ path: 'app/pulses/rules.ts', text: long + greedy + maker }])
  expect(found.map(sentence => sentence.split(' ')[1])).toEqual(['long', 'greedy'])
})
