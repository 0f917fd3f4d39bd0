import { kindOf } from './layers'
import { importsOf, type SourceFile } from './reading'

/** Packages that have one door. */
const onlyIn: [RegExp, RegExp][] = [
  [/^remix$/, /^(?!)/],
  [/^lucia$/, /^app\/people\/session\.server\.ts$/],
  [/^better-sqlite3$/, /^db\/sqlite\.ts$|^app\/ballot-box\/.*\.server\.ts$|^(tests|scripts)\//],
  [/^pg$/, /^db\/postgres\.ts$|^(tests|scripts)\//],
  [/^drizzle-orm/, /^db\/|^app\/.*\.server\.ts$|^tests\//],
  [
    /^@remix-run\//,
    /^app\/(routes\/|ui\/|root|entry\.)|\.tsx$|^app\/people\/session\.server\.ts$|^scripts\/|^remix\.config|^tests\//,
  ],
  [/^react/, /\.tsx$|^app\/ui\/|^tests\//],
  // The closed list of events is a rule that both the store and the laws read.
  [
    /^zod$/,
    /\/form\.ts$|^app\/ledger\/entries\.ts$|^app\/config\.server\.ts$|^surveys\/|\.server\.ts$|^app\/routes\/|^app\/ui\/|^tests\//,
  ],
  [
    /^(node:fs|node:http|node:net|node:child_process|node:os)/,
    /\.server\.tsx?$|^db\/|^scripts\/|^tests\/|^remix\.config|^app\/ledger\/(verify|witness-program)\.mjs$/,
  ],
]

/** Returns every package that is used in a place that is not its door. */
export function strayPackages(files: SourceFile[]): string[] {
  const loaded = files.flatMap(importsOf).filter(made => !made.typeOnly)
  return loaded.flatMap(({ from, to }) => {
    const stray = onlyIn.some(([name, door]) => name.test(to) && !door.test(from))
    return stray ? [`${from} may not import ${to}`] : []
  })
}

/** Run alone on somebody's own computer: they read their own folder and the language of that computer. */
const downloaded = ['app/ledger/verify.mjs', 'app/ledger/witness-program.mjs']

/** What a rule may never ask: the clock, chance, the network, the machine. */
const impure =
  /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bfetch\(|\bprocess\.|\bcrypto\.getRandomValues|\brandomBytes\(|\brandomUUID\(/

/** Returns every pure file that asks the clock, chance or the machine; time and chance enter as arguments. */
export function impureRules(files: SourceFile[]): string[] {
  const pureFiles = files.filter(({ path }) => ['rules', 'forms', 'ground', 'surveys'].includes(kindOf(path) ?? ''))
  return pureFiles.flatMap(({ path, text }) => {
    const found = impure.exec(withoutComments(text))
    return found ? [`${path} asks ${found[0]}`] : []
  })
}

/** Returns every file of the app but the configuration that reads the environment. */
export function readersOfEnvironment(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('app/') && !['app/config.server.ts', ...downloaded].includes(path))
    .filter(({ text }) => /process\.env(?!\.NODE_ENV\b)/.test(withoutComments(text)))
    .map(({ path }) => path)
}

/** Returns every file outside db/ that opens a transaction by hand: an async one would happen outside of it. The browser and the bare floors of the bench have their own kind. */
export function handmadeTransactions(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => !/^db\/\w+\.ts$|^(tests|scripts\/bench)\/|\.client\.ts$/.test(path))
    .filter(({ text }) => withoutComments(text).includes('.transaction('))
    .map(({ path }) => path)
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
