// The one build file: Vite, Remix and Vitest. The commands are given `--config remix.config.js`.
// (The classic `remix build` and `remix dev` do not read it; use the scripts in package.json.)
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'

const root = fileURLToPath(new URL('.', import.meta.url))
// The engine is chosen when the app is built: `#db` and `#columns` in package.json.
const engine = process.env.DATABASE_URL ? 'postgres' : 'sqlite'
const engineCondition = engine === 'postgres' ? ['postgres'] : []

export default defineConfig({
  publicDir: 'app/public',
  resolve: {
    alias: { '~': `${root}app`, surveys: `${root}surveys` },
    conditions: [...engineCondition, 'module', 'browser', 'development|production'],
  },
  ssr: { resolve: { conditions: [...engineCondition, 'module', 'node', 'development|production'] } },
  // Named here so that the first page in development need not be built twice.
  optimizeDeps: {
    include: ['@remix-run/react', 'chart.js', 'i18next', 'react', 'react-dom/client', 'react-hook-form', 'zod'],
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 400 },
  plugins: [
    // What reads a list needs Node's buffers: in a browser its first line would throw.
    denyImports({ client: { files: ['**/db/**'], specifiers: [/^csv-parse/] } }),
    process.env.VITEST
      ? null
      : remix({
          buildDirectory: `build/${engine}`,
          ignoredRouteFiles: ['**/*.test.*'],
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_singleFetch: true,
            v3_lazyRouteDiscovery: true,
          },
        }),
  ],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**'],
    globalSetup: ['tests/whole-run.ts'],
    setupFiles: ['tests/house.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
