import { parentPort, workerData } from 'node:worker_threads'
import { writeGroup } from './group-commit.server'
import { type Ballot, openBox } from './store.server'
import { startTidying } from './tidying.server'

// The thread of the ballot box that writes: it alone puts ballots in the file and tidies it.
const box = openBox(workerData as string)
const tidying = startTidying(box)

parentPort!.on('message', (asked: Ballot[] | 'stop') => {
  if (asked === 'stop') return leave()
  parentPort!.postMessage(writeGroup(box, asked))
  tidying.due()
})
parentPort!.postMessage('ready')

function leave() {
  tidying.finish()
  box.close()
  parentPort!.close()
}
