import { resolve } from 'node:path'
import { z } from 'zod'
import { visibilities } from './promises/visibility'

const switchOn = z.enum(['0', '1']).transform(value => value === '1')
const address = z.url({ protocol: /^https?$/ }).transform(url => url.replace(/\/$/, ''))

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ORIGIN: address.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  KEY_ENCRYPTION_KEY: z.string().min(32, 'must have 32 characters or more').optional(),
  DEMO: switchOn.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Inspraak <inspraak@localhost>'),
  BALLOT_BOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  LEDGER_NAME: z
    .string()
    .regex(/^[^\s+]{1,120}$/, 'must be one word such as inspraak.example.org/ledger')
    .optional(),
  PROMISES_VISIBILITY: z.enum(visibilities).default('public'),
  TZ_DEFAULT: z
    .string()
    .default('Europe/Amsterdam')
    .refine(zone => Intl.supportedValuesOf('timeZone').includes(zone), 'must be a time zone such as Europe/Brussels'),
  LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = ReturnType<typeof readConfig>

/**
 * Reads every setting from the environment, once.
 *
 * @throws one error that lists all faults, without the values: they may be secrets.
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings are not right:\n${faults.join('\n')}`)
  }
  return inOurWords(parsed.data)
}

function inOurWords(read: z.output<typeof settings>) {
  const origin = read.ORIGIN ?? ownAddress(read)
  return {
    port: read.PORT,
    host: read.HOST,
    origin,
    ledgerName: read.LEDGER_NAME ?? `${new URL(origin).host}/ledger`,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    keyEncryptionKey: read.KEY_ENCRYPTION_KEY,
    demo: read.DEMO,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    ballotBoxPort: read.BALLOT_BOX_PORT,
    promisesVisibility: read.PROMISES_VISIBILITY,
    timeZone: read.TZ_DEFAULT,
    logLevel: read.LOG_LEVEL,
  }
}

const ownAddress = ({ HOST, PORT }: { HOST: string; PORT: number }) =>
  `http://${HOST === '0.0.0.0' ? 'localhost' : HOST}:${PORT}`

/** The settings of this process. */
export const config = readConfig(process.env)

/** The names of all settings; the law on documentation reads them. */
export const settingNames = Object.keys(settings.shape)
