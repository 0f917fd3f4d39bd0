import { expect, test } from 'vitest'
import { readConfig } from '~/config.server'

const faultOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (fault) {
    return (fault as Error).message
  }
  return ''
}

test('all wrong settings are listed at once, by name', () => {
  const said = faultOf({ PORT: 'many', DATABASE_URL: 'mysql://x', KEY_ENCRYPTION_KEY: 'short', LOG_LEVEL: 'loud' })
  for (const name of ['PORT', 'DATABASE_URL', 'KEY_ENCRYPTION_KEY', 'LOG_LEVEL']) expect(said).toContain(`${name}:`)
})

test('what was set is never repeated: it may be a secret', () => {
  const secrets = {
    KEY_ENCRYPTION_KEY: 'geheim-sleutel',
    DATABASE_URL: 'mysql://ria:geheim@db',
    SMTP_URL: 'geheim',
    ORIGIN: 'geheim',
  }
  expect(faultOf(secrets)).not.toMatch(/geheim|mysql/)
  expect(faultOf(secrets).split('\n')).toHaveLength(5)
})

test('nothing set is a working installation; an empty setting is no setting', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', origin: 'http://127.0.0.1:3000' })
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
})

test('control: one wrong setting among right ones is the only one named', () => {
  expect(faultOf({ PORT: '3000', HOST: '0.0.0.0', TZ_DEFAULT: 'Mars/Olympus' }).match(/^ {2}\w+:/gm)).toEqual([
    '  TZ_DEFAULT:',
  ])
  expect(faultOf({ PORT: '3000' })).toBe('')
})
