import { createServer } from 'node:http'
import { openDoor } from '~/ballot-box/door.server'
import { openIntake } from '~/ballot-box/intake.server'
import { serveBox } from '~/ballot-box/serving.server'
import { openBox } from '~/ballot-box/store.server'

// The box as a process of its own with pages of one word, to be killed in tests: `box-process.ts <box.db> [hasty]`.
// Hasty is the control: it acknowledges a ballot before it is on disk.
const [path = '', manner] = process.argv.slice(2)
const pages = {
  policy: "default-src 'none'",
  refusalPage: (code: string) => code,
  answeringPage: () => 'page',
  file: () => undefined,
}

if (manner === 'hasty') {
  const box = openBox(path)
  const intake = openIntake(box)
  const cast = async (round: string, body: Buffer) => {
    setTimeout(() => intake.cast(round, body), 300)
    return { status: 201 as const, receipt: '' }
  }
  const server = createServer(openDoor({ box, pages, intake: { cast } }))
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }))
} else {
  process.send!({ port: (await serveBox(path, 0, pages)).port })
}
