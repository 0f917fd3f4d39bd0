import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hear } from './child.mjs'
import { Obstacle, say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Finds a Chromium for the journeys, or installs one; where that cannot be done, one sentence says how. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  say('No Chromium found for the browser journeys; installing one')
  for (const [command, ...args] of waysToInstall()) {
    await hear(command, args, { about: `installing (${command} ${args.join(' ')})` })
    const installed = await findChromium()
    if (installed) return installed
  }
  throw new Obstacle(
    'The browser journeys need a Chromium and none could be installed.',
    'sudo apt-get install -y chromium',
  )
}

async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const systems = (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  const places = [process.env.CHROME_PATH, chromium.executablePath(), ...systems, ...applications]
  return places.find(place => place && existsSync(place))
}

function waysToInstall() {
  const playwright = ['npx', 'playwright', 'install', 'chromium']
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  return debian
    ? [
        ['apt-get', 'install', '-y', 'chromium'],
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', 'chromium'],
        playwright,
      ]
    : [playwright]
}
