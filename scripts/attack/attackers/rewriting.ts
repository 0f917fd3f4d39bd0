import { bodyOf, signedNote } from '~/ledger/note'
import { honestLog } from '../stage/honest-log'
import { council, type PaperLog, seconds, signer } from '../stage/paper-log'

/** What is served after a rewriting, and what its reader kept and when it is read, where that is not the usual. */
export type Rewriting = {
  files: ReturnType<PaperLog['files']>
  remembered?: ReturnType<PaperLog['remembered']>
  now?: number
}

const resigned = (paper: PaperLog, key = paper.log) => {
  paper.checkpoints = paper.checkpoints.map(note => signedNote(bodyOf(note), key))
  return paper.files()
}
const withNote = (paper: PaperLog, at: number, change: (note: string) => string) => {
  paper.checkpoints[at] = change(paper.checkpoints[at]!)
  return paper.files()
}
const honestFiles = () => honestLog().files()

/** The eleven ways in which whoever runs the server can try to change what was said, as programs. */
export const rewritings: Record<string, () => Rewriting> = {
  'a due date edited in place': () => {
    const files = honestFiles()
    return { files: { ...files, log: files.log.replace('2026-06-30', '2026-12-31') } }
  },
  'the words of a promise softened': () => {
    const files = honestFiles()
    return { files: { ...files, openings: files.openings.replace('twee extra mensen', 'misschien iemand') } }
  },
  'an entry deleted': () => {
    const files = honestFiles()
    const lines = files.log.split('\n').filter((_, at) => at !== 5)
    return { files: { ...files, log: lines.join('\n') } }
  },
  'the newest entries cut off with their checkpoints': () => {
    const paper = honestLog()
    const remembered = paper.remembered()
    paper.lines.pop()
    paper.checkpoints.pop()
    delete paper.openings['7.note']
    return { files: paper.files(), remembered }
  },
  'everything rewritten and signed again, before a reader who remembers': () => {
    const paper = honestLog()
    const rewritten = honestLog(paper.log, { due: '2026-12-31' })
    return { files: resigned(rewritten), remembered: paper.remembered(5) }
  },
  'everything rewritten and signed again, before a stranger': () => ({
    files: resigned(honestLog(undefined, { due: '2026-12-31' })),
  }),
  'an entry with a day long before anyone saw it': () => {
    const paper = honestLog()
    paper.add('2026-03-10', 'promise.status', { id: 'P-1', status: 'claimedKept' })
    paper.cosign('2026-04-20', council)
    return { files: paper.files(), now: seconds('2026-04-21') }
  },
  'an entry with a day that no witness saw': () => {
    const paper = honestLog()
    paper.add('2026-03-12', 'promise.status', { id: 'P-1', status: 'claimedKept' })
    return { files: paper.files(), now: seconds('2026-03-30') }
  },
  'the words of a promise dropped in silence': () => {
    const paper = honestLog()
    delete paper.openings['4.text']
    return { files: paper.files() }
  },
  'a checkpoint signed with another key': () => {
    const paper = honestLog()
    return { files: withNote(paper, 3, note => signedNote(bodyOf(note), signer(paper.log.name))) }
  },
  'the line of a witness broken': () => {
    const broken = (_: string, name: string, one: string) => name + (one === 'A' ? 'B' : 'A')
    return { files: withNote(honestLog(), 3, note => note.replace(/(anna )(.)/, broken)) }
  },
}
