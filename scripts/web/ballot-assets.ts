import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

/** What is built, from which source: the box puts all of it inside its pages, but the last, which signed-in pages load. */
const assets = {
  'answering.js': 'app/ballot-box/answering.client.ts',
  'page.css': 'app/ballot-box/page.css',
  'moving.js': 'app/ballot-box/moving/moving.client.ts',
  'after.js': 'app/ballot-box/receipt-check.client.ts',
  'slip.js': 'app/ballot-box/slips/slip.client.ts',
  'kiosk.js': 'app/ballot-box/slips/kiosk.client.ts',
  'slip.css': 'app/ballot-box/slips/slip.css',
  'token.js': 'app/ballot-box/token-errand.client.ts',
}

/** Browsers from 2022 on; older ones get the sentence about slips. */
const target = ['chrome96', 'firefox102', 'safari15.4']

/**
 * Builds the answering page's script and style, and the script that draws tokens on signed-in pages.
 *
 * @param folder where the ballot box reads them when it starts
 */
export async function buildBallotAssets(folder = 'build/ballot-box') {
  mkdirSync(folder, { recursive: true })
  for (const [name, source] of Object.entries(assets)) {
    const format = name.endsWith('.js') ? ('iife' as const) : undefined
    const shared = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', target, write: false } as const
    const { outputFiles } = await build({
      ...shared,
      entryPoints: [source],
      format,
      alias: { '~': `${process.cwd()}/app` },
    })
    const text = withoutUnused(outputFiles[0]!.text.trim())
    if (/<\/(script|style)/i.test(text)) throw new Error(`${name} would end the element it stands in`)
    writeFileSync(`${folder}/${name}`, text)
  }
  return Object.keys(assets).map(name => ({ name, bytes: readFileSync(`${folder}/${name}`).length }))
}

/** Leaves out the colours and faces of the interface that this small page does not use. */
function withoutUnused(text: string): string {
  const left = text.replace(/(--[a-z0-9-]+): ?([^;}]*)(;?)/g, (_declared, name, value, end) =>
    text.includes(`var(${name})`) ? `${name}:${value}${end}` : '',
  )
  return left === text ? text : withoutUnused(left)
}
