import { Obstacle } from './say.mjs'

/** The oldest Node that everything here runs on; package.json says the same under `engines`. */
const oldest = [20, 19]

/** Stops with one sentence when this Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new Obstacle(`Inspraak needs Node ${oldest.join('.')} or newer; this is Node ${version}.`, 'nvm install 22')
}
