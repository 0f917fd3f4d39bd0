// The load generator, in a process of its own: it reads prepared requests from a file and sends them.
import { readFileSync } from 'node:fs'
import { openConnection } from './connection'

/** Requests to send over some connections: at full speed, or at a constant rate. The first ones only warm the server up. */
export type Load = { port: number; count: number; unmeasured: number; connections: number; perSecond?: number }
export type Loaded = { perSecond: number; p50: number; p99: number; sent: number; statuses: Record<number, number> }

/** Milliseconds of warming up and of measuring at most: a slow disk must not make the whole run slow. */
const warming = 1000
const measuring = 3000

const requests = readRequests(process.argv[2]!)

process.on('message', (load: Load) => {
  run(load).then(
    loaded => process.send!(loaded),
    fault => {
      throw fault
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send!({ requests: requests.length })

async function run({ port, count, unmeasured, connections, perSecond }: Load): Promise<Loaded> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const statuses: Record<number, number> = {}
  const latencies: number[] = []
  const begun = performance.now()
  let warmAt = 0
  let sent = 0
  const goesOn = () => sent < count && (warmAt === 0 || performance.now() < warmAt + measuring)
  const drive = async (connection: (typeof open)[number]) => {
    while (goesOn()) {
      const nth = sent++
      // From the moment it is due: a server that makes everyone wait is not excused by the waiting.
      const due = perSecond ? begun + (nth * 1000) / perSecond : performance.now()
      await until(due)
      const status = await connection.send(requests[nth]!)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (warmAt > 0) latencies.push(performance.now() - due)
      else if (nth >= unmeasured || performance.now() > begun + warming) warmAt = performance.now()
    }
  }
  await Promise.all(open.map(drive))
  const seconds = (performance.now() - warmAt) / 1000
  for (const connection of open) connection.close()
  latencies.sort((one, other) => one - other)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99), sent, statuses }
}

const until = (due: number) => {
  const wait = due - performance.now()
  return wait > 0 ? new Promise(resolve => setTimeout(resolve, wait)) : undefined
}

/** Requests lie behind one another, each after its length in four bytes. */
function readRequests(path: string): Buffer[] {
  const bytes = readFileSync(path)
  const found: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    found.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return found
}
