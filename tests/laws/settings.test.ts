import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingNames } from '~/config.server'

const example = readFileSync('.env.example', 'utf8')
const readme = readFileSync('README.md', 'utf8')

const inExample = (text: string) => [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(match => match[1]!)
const inReadme = (text: string) => [...text.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(match => match[1]!)
const sorted = (names: string[]) => [...new Set(names)].sort()

test('every setting stands in .env.example, and nothing that is not a setting', () => {
  expect(sorted(inExample(example))).toEqual(sorted(settingNames))
})

test('every setting stands in the table of README.md, and nothing that is not a setting', () => {
  expect(sorted(inReadme(readme))).toEqual(sorted(settingNames))
})

test('control: a setting that is missing, or one too many, is found', () => {
  expect(sorted(inExample(example.replace(/^PORT=.*$/m, '')))).not.toEqual(sorted(settingNames))
  expect(sorted(inReadme(`${readme}\n| \`COLOUR\` | red | |`))).not.toEqual(sorted(settingNames))
})
