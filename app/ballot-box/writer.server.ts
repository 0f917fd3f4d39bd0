import { parentPort, workerData } from 'node:worker_threads'
import { groupCommit, writeGroup } from './group-commit.server'
import { type Ballot, openBox } from './store.server'
import { startTidying } from './tidying.server'

// The thread of the ballot box that writes: it alone puts ballots in the file and tidies it. It says what became
// of them group by group, in the order in which they were given.
const box = openBox(workerData as string)
const tidying = startTidying(box)
const add = groupCommit(ballots => {
  const written = writeGroup(box, ballots)
  parentPort!.postMessage(written)
  tidying.due()
  return written
})

// A box that was killed had no time to tidy: what came in before may still lie there in its order.
tidying.due()
parentPort!.on('message', (asked: Ballot | 'stop') => (asked === 'stop' ? leave() : add(asked)))
parentPort!.postMessage('ready')

function leave() {
  tidying.finish()
  box.close()
  parentPort!.close()
}
