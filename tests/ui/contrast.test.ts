import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const styleFolder = 'app/ui/style'
const sheet = readFileSync(`${styleFolder}/tokens.css`, 'utf8')

type Sheet = Record<string, { light: string; dark: string }>

/** Reads every colour of a sheet of tokens, in both schemes. */
function coloursOf(css: string): Sheet {
  const found = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return Object.fromEntries([...found].map(([, name, light, dark]) => [name, { light: light!, dark: dark! }]))
}

/** @source WCAG 2.2, relative luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** @source WCAG 2.2, contrast ratio */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Words on grounds. @source WCAG 2.2, 1.4.3: at least 4.5 */
const words: [string, string][] = [
  ...['paper', 'paper-raised', 'paper-sunk', 'accent-wash', 'warning-wash'].map((on): [string, string] => ['ink', on]),
  ...['paper', 'paper-raised', 'paper-sunk'].map((on): [string, string] => ['ink-soft', on]),
  ...['paper', 'paper-raised', 'paper-sunk', 'accent-wash'].map((on): [string, string] => ['accent', on]),
  ...['paper', 'paper-raised', 'paper-sunk'].map((on): [string, string] => ['accent-strong', on]),
  ...['paper', 'paper-raised', 'warning-wash'].map((on): [string, string] => ['warning', on]),
  ...['paper', 'paper-raised', 'warning-wash'].map((on): [string, string] => ['warning-strong', on]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-warning', 'warning'],
  ['on-warning', 'warning-strong'],
]

/** Edges of fields and parts of pictures. @source WCAG 2.2, 1.4.11: at least 3 */
const shapes: [string, string][] = [
  ['rule-strong', 'paper'],
  ['rule-strong', 'paper-raised'],
  ['accent', 'paper'],
  ['figure-for', 'paper-raised'],
  ['figure-against', 'paper-raised'],
  ['hatch-line', 'hatch-ground'],
]

/** Names every pair that somebody with poor sight could miss. */
function faintPairs(colours: Sheet): string[] {
  const tooFaint = (least: number) => (pair: [string, string]) =>
    (['light', 'dark'] as const).flatMap(scheme => {
      const [front, ground] = pair.map(name => colours[name]?.[scheme])
      if (!front || !ground) return [`${pair.join(' on ')} is missing`]
      return contrast(front, ground) < least ? [`${pair.join(' on ')} (${scheme})`] : []
    })
  return [...words.flatMap(tooFaint(4.5)), ...shapes.flatMap(tooFaint(3))]
}

describe('the colours of the house', () => {
  test('can be told apart by people with poor sight, in light and in dark', () => {
    expect(faintPairs(coloursOf(sheet))).toEqual([])
  })

  test('control: a grey a little lighter is noticed, in that scheme only', () => {
    const colours = coloursOf(sheet)
    const faint = { ...colours, 'ink-soft': { light: '#8f8a80', dark: colours['ink-soft']!.dark } }
    expect(faintPairs(faint)).toContain('ink-soft on paper (light)')
    expect(faintPairs(faint)).not.toContain('ink-soft on paper (dark)')
  })

  test('are the same light sheet in browsers that know only one', () => {
    const [plain = ''] = sheet.split('@supports')
    const alone = Object.fromEntries(
      [...plain.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
    )
    const light = Object.fromEntries(Object.entries(coloursOf(sheet)).map(([name, { light }]) => [name, light]))
    expect(alone).toEqual(light)
  })

  test('are named in one file and nowhere else', () => {
    expect(literalsIn('a { color: #fff; background: rgb(0 0 0) }')).toHaveLength(2)
    const others = readdirSync(styleFolder).filter(name => name !== 'tokens.css')
    expect(others.flatMap(name => literalsIn(readFileSync(`${styleFolder}/${name}`, 'utf8')))).toEqual([])
  })
})

/** Finds colours written out. */
const literalsIn = (css: string) => css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|color)a?\(/gi) ?? []
