import { importsOf, type SourceFile } from './reading'

/** Returns one sentence per circle of files that need each other to load. */
export function circles(files: SourceFile[]): string[] {
  const needs = new Map(
    files.map(file => [
      file.path,
      importsOf(file)
        .filter(made => !made.typeOnly)
        .map(made => made.to),
    ]),
  )
  const finished = new Set<string>()
  const found: string[] = []
  const walk = (path: string, way: string[]) => {
    const start = way.indexOf(path)
    if (start >= 0) return found.push([...way.slice(start), path].join(' → '))
    if (finished.has(path)) return
    for (const next of needs.get(path) ?? []) walk(next, [...way, path])
    finished.add(path)
  }
  for (const { path } of files) walk(path, [])
  return found
}
