import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

/** A file of the project as a law reads it. Paths are written from the top, with slashes. */
export type SourceFile = { path: string; text: string }

/** One import: from where, what was written, and whether it vanishes when compiled. */
export type Import = { from: string; to: string; typeOnly: boolean }

const skipped = /^(node_modules|build|data|\.git|\.cache|test-results)(\/|$)/

/** Returns every file of the project whose path matches, sorted. */
export function filesMatching(pattern: RegExp): SourceFile[] {
  const top = readdirSync('.', { withFileTypes: true }).filter(entry => !skipped.test(entry.name))
  const paths = top.flatMap(entry => (entry.isDirectory() ? filesUnder(entry.name) : [entry.name]))
  return paths
    .filter(path => pattern.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

/** Returns the paths of all files under a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
}

/** Parses a file once per reading; laws ask about its tree. */
export function parse({ path, text }: SourceFile): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}

const read = new WeakMap<SourceFile, Import[]>()

/** Returns everything a file imports, re-exports or loads later. */
export function importsOf(file: SourceFile): Import[] {
  const found = read.get(file) ?? findImports(file)
  read.set(file, found)
  return found
}

function findImports(file: SourceFile): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node, typeOnly: boolean) => {
    if (ts.isStringLiteral(specifier)) found.push({ from: file.path, to: target(file.path, specifier.text), typeOnly })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, vanishes(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

function vanishes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every(element => element.isTypeOnly)
}

/** Writes an import as a path from the top when it stays inside the project, else as the name of the package. */
function target(from: string, specifier: string): string {
  if (specifier === '#db') return 'db/sqlite.ts'
  if (specifier === '#columns') return 'db/columns.sqlite.ts'
  const inside = specifier.startsWith('~/')
    ? specifier.replace('~/', 'app/')
    : specifier.startsWith('.')
      ? posix.join(dirname(from), specifier)
      : specifier.startsWith('surveys/')
        ? specifier
        : undefined
  return inside ? withEnding(inside.replace(/\?\w+$/, '')) : specifier
}

let known: Set<string> | undefined

function withEnding(path: string): string {
  known ??= new Set(filesMatching(/./).map(file => file.path))
  const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts']
  return endings.map(ending => path + ending).find(tried => known?.has(tried)) ?? path
}
