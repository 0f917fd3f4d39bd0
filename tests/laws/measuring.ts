import ts from 'typescript'
import { parse, type SourceFile } from './reading'

/** Lines a file may have, by what it is; the first line that fits counts. */
const fileLimits: [RegExp, number][] = [
  [/^app\/language\/\w\w\/|^surveys\/[\w-]+\/v\d+\.ts$|^db\/(migrations|seed)\/|\.json$/, Number.POSITIVE_INFINITY],
  // People download it as one file, so that they can read all of it and keep it.
  [/^app\/ledger\/verify\.mjs$/, 940],
  [/^app\/ledger\/witness-program\.mjs$/, 320],
  [/^app\/decisions\/.*\.md$|.\/README\.md$/, 60],
  [/\/form\.ts$/, 60],
  [/^app\/routes\/|^app\/.*\.tsx$|^scripts\//, 120],
  [/^app\/.*\.ts$/, 150],
  [/./, 200],
]

/** Lines of its own a function may have; markup takes more room than sentences. */
const longestFunction = 25
const longestView = 40
const mostArguments = 4

/** Returns every file that is longer than its kind may be. */
export function tooLong(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length
    const limit = fileLimits.find(([pattern]) => pattern.test(path))![1]
    return lines > limit ? [`${path} has ${lines} lines; ${limit} are allowed`] : []
  })
}

/** Returns every function with too many lines of its own or too many arguments. */
export function tooMuchAtOnce(files: SourceFile[]): string[] {
  return files.flatMap(file => functionsIn(parse(file)).flatMap(made => faultOf(made, file.path)))
}

function faultOf(made: ts.FunctionLikeDeclaration, path: string): string[] {
  const lines = ownLines(made)
  const limit = path.endsWith('x') ? longestView : longestFunction
  const name = `${path}: ${nameOf(made)}`
  if (lines > limit) return [`${name} has ${lines} lines; ${limit} are allowed`]
  return made.parameters.length > mostArguments ? [`${name} takes ${made.parameters.length} arguments`] : []
}

function functionsIn(source: ts.SourceFile): ts.FunctionLikeDeclaration[] {
  const found: ts.FunctionLikeDeclaration[] = []
  const visit = (node: ts.Node) => {
    if (isMade(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Lines without those of the functions defined inside: they are counted by themselves. */
function ownLines(made: ts.FunctionLikeDeclaration): number {
  let inner = 0
  const visit = (node: ts.Node) => {
    if (isMade(node)) inner += linesOf(node) - 1
    else ts.forEachChild(node, visit)
  }
  ts.forEachChild(made, visit)
  return linesOf(made) - inner
}

function linesOf(node: ts.Node): number {
  const source = node.getSourceFile()
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line
  return line(node.end) - line(node.getStart()) + 1
}

const isMade = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node)

function nameOf(made: ts.FunctionLikeDeclaration): string {
  const named = made.name ?? (ts.isVariableDeclaration(made.parent) ? made.parent.name : undefined)
  return named?.getText() ?? 'a function without a name'
}
