import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'

const asRoot = process.getuid?.() === 0
const journeys = readdirSync(import.meta.dirname).filter(name => name.endsWith('.journey.ts'))

export default defineConfig({
  testDir: '.',
  globalSetup: './demo-year.config.ts',
  // A project of its own gives each file a house of its own: what one journey moves, another one need not know.
  projects: journeys.map(name => ({ name, testMatch: name })),
  outputDir: '../../test-results',
  // Two houses at a time, each with rounds of its own: a server, a browser and who holds them keep one core busy.
  workers: Math.min(2, availableParallelism()),
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    viewport: { width: 360, height: 740 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    hasTouch: true,
    // A colour halfway between two is nobody's contrast.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_PATH || undefined,
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
})
