import { type Browser, type BrowserContext, type CDPSession, chromium, type Request } from '@playwright/test'
import { ensureChromium } from '../checks/chromium.mjs'

/** A cold visit: milliseconds since it began, and what came over the line. */
export type Visit = { firstPaint: number; interactive: number; bytes: number; requests: number }

/**
 * The line of a phone on "slow 4G" and its processor.
 * @source Lighthouse, `throttling.mobileSlow4G` as DevTools applies it: 150 ms × 3.75, 1.6 Mbit/s × 0.9, processor ÷ 4
 */
const line = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
const slowdown = 4

/** Milliseconds after which a page counts as broken. */
const patience = 30_000

/** Starts a browser without a window. */
export async function startPhone(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: await ensureChromium(), args })
}

/**
 * Visits a page with nothing in the cache, and answers its first question as soon as the page lets it.
 *
 * @param earlier JavaScript that this device runs on the same site before, at full speed
 */
export async function visit(phone: Browser, url: string, earlier = ''): Promise<Visit> {
  const context = await phone.newContext({ viewport: { width: 360, height: 740 }, locale: 'nl-NL', hasTouch: true })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(new URL('/ballot/none', url).href)
    const done = await session.send('Runtime.evaluate', { expression: earlier, awaitPromise: true })
    if (done.exceptionDetails) throw new Error(done.exceptionDetails.exception?.description)
    await page.goto('about:blank')
    await page.addInitScript({ path: 'scripts/bench/answer-first.js' })
    const received = await slowDown(session)
    const told = page.waitForEvent('console', { predicate: line => /^answered /.test(line.text()), timeout: patience })
    const [line] = await Promise.all([told, page.goto(url)])
    return { ...JSON.parse(line.text().replace(/^answered /, '')), ...received }
  } finally {
    await context.close()
  }
}

/**
 * Visits a page to read, with nothing in the cache.
 * @param cookie of somebody who is signed in, as `name=value`; a page for everybody needs none
 * @returns milliseconds until its first words stood there
 */
export async function firstPaint(phone: Browser, url: string, cookie = ''): Promise<number> {
  const context = await phone.newContext({ viewport: { width: 360, height: 740 }, locale: 'nl-NL', hasTouch: true })
  try {
    await signInWith(context, cookie, url)
    const page = await context.newPage()
    await slowDown(await context.newCDPSession(page))
    await page.goto(url, { timeout: patience })
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      undefined,
      { timeout: patience },
    )
    return (await painted.jsonValue()) as number
  } finally {
    await context.close()
  }
}

/** Reads a page with a chart in a window too low to see it, then scrolls down. @returns files with chart code, before and after */
export async function chartVisits(phone: Browser, url: string, cookie: string) {
  const context = await phone.newContext({ viewport: { width: 360, height: 200 }, locale: 'nl-NL', hasTouch: true })
  try {
    await signInWith(context, cookie, url)
    const page = await context.newPage()
    let files = 0
    const isChart = (asked: Request) => /chart/.test(new URL(asked.url()).pathname)
    page.on('request', asked => {
      if (isChart(asked)) files += 1
    })
    await page.goto(url, { waitUntil: 'networkidle', timeout: patience })
    const unseen = files
    const coming = page.waitForRequest(isChart, { timeout: patience }).catch(() => undefined)
    await page.locator('canvas').scrollIntoViewIfNeeded()
    await coming
    return { unseen, seen: files - unseen }
  } finally {
    await context.close()
  }
}

async function signInWith(context: BrowserContext, cookie: string, url: string) {
  const [name, value] = cookie.split('=')
  if (name && value) await context.addCookies([{ name, value, url }])
}

async function slowDown(session: CDPSession) {
  const received = { bytes: 0, requests: 0 }
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    received.bytes += encodedDataLength
    if (encodedDataLength > 0) received.requests += 1
  })
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return received
}
