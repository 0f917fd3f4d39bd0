import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { build } from 'esbuild'
import { buildBallotAssets } from '../web/ballot-assets'
import { makeRound, quickToken, roundId, type Stage } from './ballot-stack'
import { startForwarded } from './ballots'
import { type Figure, figure, inTurns, type Measured, median, type Target } from './figure'
import { startPhone, type Visit, visit } from './phone'
import { freshFolder, startWorker } from './workshop'

const turns = 5
const unit = 'U1'

/** Measures the page on which people answer, on a slow phone, beside a bare form with the same questions. */
export async function measureAnsweringPage(): Promise<Measured> {
  await buildBallotAssets()
  const stage = await makeRound()
  const [ours, floor, phone] = [await startForwarded(stage), await startBareForm(stage), await startPhone()]
  try {
    const token = await scriptThatKeepsToken(stage)
    return { figures: figuresOf(await visits(phone, { ours: ours.port, floor: floor.port }, token)), skipped: {} }
  } finally {
    await phone.close()
    await ours.stop()
    await floor.stop()
  }
}

function figuresOf(found: Record<'ours' | 'floor', Visit[]>): Figure[] {
  const middle = (of: Visit[], what: keyof Visit) => median(of.map(one => one[what]))
  const one = (name: string, what: keyof Visit, wish: { unit: string; of: Target['of']; bound: number }) =>
    figure(`answering-page.${name}`, middle(found.ours, what), wish.unit, {
      floor: middle(found.floor, what),
      target: { of: wish.of, is: '<=', bound: wish.bound },
    })
  return [
    one('bytes', 'bytes', { unit: 'bytes', of: 'value', bound: 30_000 }),
    one('requests', 'requests', { unit: 'requests', of: 'value', bound: 5 }),
    one('first-paint', 'firstPaint', { unit: 'ms', of: 'ratio', bound: 1.5 }),
    one('interactive', 'interactive', { unit: 'ms', of: 'ratio', bound: 1.5 }),
  ]
}

/** The first visit of each is thrown away: it starts the servers and the browser. */
async function visits(phone: Browser, ports: { ours: number; floor: number }, token: string) {
  const at = (port: number) => `http://127.0.0.1:${port}/ballot/${roundId}`
  const contestants = {
    floor: () => visit(phone, at(ports.floor)),
    ours: () => visit(phone, at(ports.ours), token),
  }
  await inTurns(1, contestants)
  return inTurns(turns, contestants)
}

async function startBareForm({ manifest }: Stage) {
  const path = join(freshFolder('form'), 'manifest.json')
  writeFileSync(path, JSON.stringify(manifest))
  const { ready, stop } = await startWorker({ file: 'scripts/bench/bare-form.ts', args: [path] })
  return { port: ready.port as number, stop }
}

/** Writes what a signed-in page does days before: it keeps a token on the device. */
async function scriptThatKeepsToken(stage: Stage): Promise<string> {
  const token = await quickToken(stage, unit)
  const bytes = (value: Uint8Array) => `Uint8Array.from(${JSON.stringify([...value])})`
  const { outputFiles } = await build({
    stdin: {
      resolveDir: 'app/ballot-box',
      contents: `import { openTokenStore } from './token-store.client'
        globalThis.kept = openTokenStore().then(store => store.keepFirst({
          round: '${roundId}', unit: '${unit}', manifestSha256: '${stage.manifestSha256}', state: 'drawn', holder: 'bench',
          input: ${bytes(token.input)}, signature: ${bytes(token.signature)},
          drawnAt: new Date(Date.now() - 2 * 86_400_000),
        }))`,
    },
    bundle: true,
    format: 'iife',
    write: false,
  })
  return `${outputFiles[0]!.text};kept.then(() => undefined)`
}
