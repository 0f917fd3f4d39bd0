import { createServer } from 'node:net'
import { Obstacle } from './say.mjs'

/** Stops with one sentence when another program already listens where we want to. */
export async function checkPortIsFree(environment = process.env) {
  const port = Number(environment.PORT || 3000)
  const host = environment.HOST || '127.0.0.1'
  const fault = await faultOfListening(port, host)
  if (fault === 'EADDRINUSE')
    throw new Obstacle(`Port ${port} is taken by another program.`, `PORT=${port + 1} npm start`)
  if (fault === 'EACCES')
    throw new Obstacle(`Port ${port} needs more rights than you have here.`, 'PORT=3000 npm start')
}

/** A port nobody uses at this moment. */
export async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

function faultOfListening(port, host) {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', fault => resolve(fault.code))
    try {
      server.listen(port, host, () => server.close(() => resolve(undefined)))
    } catch (fault) {
      resolve(fault.code) // not a port at all: the settings check says so in words
    }
  })
}
