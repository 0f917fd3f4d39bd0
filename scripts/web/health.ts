import { get } from 'node:http'

export type Health = {
  status: 'ok' | 'failing'
  version: string
  engine: string
  database: 'ok' | 'failing'
  ballotBox: 'ok' | 'failing'
}

type Parts = { version: string; engine: string; databaseAnswers: () => Promise<unknown>; ballotBoxPort: () => number }

/** Milliseconds after which a part that has not answered counts as failing. */
const patience = 2000

/** Asks every part whether it still answers, and names the one that does not. */
export async function healthOf(parts: Parts): Promise<Health> {
  const [database, ballotBox] = await Promise.all([
    answers(parts.databaseAnswers()),
    answers(boxAnswers(parts.ballotBoxPort())),
  ])
  const status = database === 'ok' && ballotBox === 'ok' ? 'ok' : 'failing'
  return { status, version: parts.version, engine: parts.engine, database, ballotBox }
}

async function answers(question: Promise<unknown>): Promise<'ok' | 'failing'> {
  const late = new Promise(resolve => setTimeout(resolve, patience, false).unref())
  const answer = await Promise.race([question.catch(() => false), late])
  return answer === false ? 'failing' : 'ok'
}

const boxAnswers = (port: number) =>
  new Promise<boolean>(resolve => {
    const asking = get({ host: '127.0.0.1', port, path: '/healthz' }, answer => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asking.once('error', () => resolve(false))
  })
