import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesMatching, parse, type SourceFile } from './reading'

// Every room of the app and every questionnaire; views speak through their markup.
const files = filesMatching(/^(app\/[^/]+\/.*|surveys\/.*)\.ts$/).filter(
  ({ path }) => !/^app\/(routes|language\/\w\w)\//.test(path),
)

/** Returns every exported function without a sentence, and every exported number without its source. */
function undocumented(all: SourceFile[]): string[] {
  return all.flatMap(file =>
    parse(file)
      .statements.filter(isExported)
      .flatMap(made => faultsOf(made, file.path)),
  )
}

function faultsOf(made: ts.Statement, path: string): string[] {
  const said = docOf(made)
  if (ts.isFunctionDeclaration(made)) return said ? [] : [`${path}: ${made.name?.text} says nothing`]
  if (!ts.isVariableStatement(made)) return []
  return made.declarationList.declarations.flatMap(({ name, initializer }) => {
    const label = `${path}: ${name.getText()}`
    if (!initializer) return []
    if (ts.isArrowFunction(initializer) && !said) return [`${label} says nothing`]
    return isThreshold(initializer, path) && !said.includes('@source') ? [`${label} names no @source`] : []
  })
}

const isThreshold = (value: ts.Expression, path: string) =>
  ts.isNumericLiteral(value) && !/\.(server|client)\.ts$/.test(path)
const docOf = (made: ts.Statement) =>
  ts
    .getJSDocCommentsAndTags(made)
    .map(part => part.getText())
    .join()
const isExported = (made: ts.Statement) =>
  ts.canHaveModifiers(made) && !!ts.getModifiers(made)?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword)

test('every exported function says what it does, and every threshold where it comes from', () => {
  expect(undocumented(files)).toEqual([])
})

test('control: a silent function and a number from nowhere are found', () => {
  const text = [
    'export function silent() {}',
    'export const quiet = () => 1',
    'export const smallestGroup = 8',
    '/** People. */\nexport const half = 4',
    '/** Counts. */\nexport function counts() {}',
    '/** People.\n * @source law */\nexport const sourced = 8',
  ].join('\n')
  const found = undocumented([{ path: 'app/pulses/rules.ts', text }])
  expect(found.map(sentence => sentence.split(' ')[1])).toEqual(['silent', 'quiet', 'smallestGroup', 'half'])
})
