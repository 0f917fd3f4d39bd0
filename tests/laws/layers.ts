import { type Import, importsOf, type SourceFile } from './reading'

/** What a file is, by its folder and its ending; the first line that fits counts. */
const kinds: [string, RegExp][] = [
  ['tests', /^tests\//],
  ['scripts', /^scripts\/|^db\/(seed\/|drizzle\.config)|^remix\.config/],
  ['surveys', /^surveys\//],
  ['columns', /^db\/columns\./],
  ['engines', /^db\/(sqlite|postgres)\.ts$/],
  ['tables', /^db\/schema\//],
  ['composition', /^app\/(root\.tsx|entry\.(client|server)\.tsx|machine-room\.server\.ts|timetable\.server\.ts)$/],
  ['doors', /^app\/routes\//],
  ['ground', /^app\/(decision|calendar)\.ts$/],
  ['serverGround', /^app\/(config|keys|log)\.server\.ts$/],
  ['serverWords', /^app\/language\/.*\.server\.ts$/],
  ['words', /^app\/language\//],
  ['ui', /^app\/ui\//],
  ['styles', /\.css$/],
  ['stores', /^app\/.*\.server\.tsx?$/],
  ['browser', /^app\/.*\.client\.ts$/],
  ['forms', /^app\/.*\/form\.ts$/],
  ['views', /^app\/.*\.tsx$/],
  ['rules', /^app\/.*\.ts$/],
]

const pure = ['rules', 'ground', 'surveys']
const below = [...pure, 'forms', 'words', 'ui', 'styles', 'views', 'browser']

/** Who may import whom; what is not named is forbidden. */
const mayImport: Record<string, string[]> = {
  scripts: ['scripts', 'stores', 'serverGround', 'serverWords', 'engines', 'tables', 'composition', ...below],
  composition: ['composition', 'stores', 'serverGround', 'serverWords', 'engines', ...below],
  doors: ['stores', 'serverGround', 'serverWords', ...below],
  views: ['views', 'ui', 'forms', 'words', 'styles', 'browser', ...pure],
  ui: ['ui', 'words', 'styles', ...pure],
  stores: ['stores', 'serverGround', 'serverWords', 'engines', 'forms', 'words', 'browser', ...pure],
  serverGround: ['serverGround', ...pure],
  serverWords: ['serverWords', 'words', 'stores', 'serverGround', ...pure],
  words: ['words', ...pure],
  browser: ['browser', ...pure],
  forms: ['forms', ...pure],
  rules: ['words', ...pure],
  ground: ['ground'],
  surveys: ['surveys'],
  engines: ['tables', 'serverGround'],
  tables: ['tables', 'columns', 'rules'],
  columns: [],
}

/** Stores that others may use: everyone is somebody, is told things, and bears witness. */
const openStores = ['people', 'ledger', 'notices']
/** One capability that may use another's store, and why. */
const neighbours: Record<string, string[]> = {
  // A round announces itself to the ballot box and empties it; the box never looks back.
  // It also carries what staff are asked about promises, and hands over what they found; the register runs no round.
  // The question whether a talk was honest goes along with a round too.
  // So does what a working group asks colleagues about its plan; the group runs no round.
  pulses: ['ballot-box', 'promises', 'conversations', 'workgroups'],
  // What management and team leads say beforehand belongs to a round, and is laid beside its result; a round asks for neither.
  readiness: ['pulses'],
  // A gate asks what the group decided, and a veto that is overridden breaks a promise; neither looks back.
  gates: ['workgroups', 'promises'],
  // Receipts are files like evidence, and the promise not to override a veto is made with the group.
  workgroups: ['promises'],
}

const room = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1]

/** Returns what a file is. */
export function kindOf(path: string): string | undefined {
  return kinds.find(([, pattern]) => pattern.test(path))?.[0]
}

/** Returns every import that runs against the direction of the house. */
export function wrongDirections(files: SourceFile[]): string[] {
  return files.flatMap(importsOf).filter(runsUpwards).map(sentence)
}

function runsUpwards({ from, to, typeOnly }: Import): boolean {
  const [asking, asked] = [kindOf(from), kindOf(to)]
  if (!asking || !asked || asking === 'tests') return false
  if (asking === 'views' && asked === 'doors' && typeOnly) return false
  if (!mayImport[asking]?.includes(asked)) return true
  return asking === 'stores' && asked === 'stores' && !mayUseStore(room(from), room(to))
}

function mayUseStore(asking = '', asked = ''): boolean {
  return asking === asked || openStores.includes(asked) || !!neighbours[asking]?.includes(asked)
}

/** Returns every import by which the ballot box could come to know a person, a session, a key or the main database. */
export function boxKnowingPeople(files: SourceFile[]): string[] {
  const inBox = files.filter(file => file.path.startsWith('app/ballot-box/')).flatMap(importsOf)
  const strangers = /^app\/.*\.server\.tsx?$|^db\/(?!columns)/
  return inBox.filter(({ to }) => strangers.test(to) && !to.startsWith('app/ballot-box/')).map(sentence)
}

const sentence = ({ from, to }: Import) => `${from} may not import ${to}`
