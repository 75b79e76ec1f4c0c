import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type LogLevel, logLevels } from '../log/log-level.ts'
import { ConfigError } from './config-error.ts'
import {
  notYet,
  optional,
  readAddresses,
  readCurrencies,
  readCurrency,
  readHost,
  readIndexPrefix,
  readInt,
  readKey,
  readLine,
  readMailAddress,
  readNumber,
  readOrigin,
  readOrigins,
  readRecaptchaKey,
  readUrl,
  withDefault,
} from './fields.ts'
import { type ObjectStorage, readObjectStorage } from './object-storage.ts'
import { type PaymentStandIns, readStandIn } from './payment-stand-ins.ts'
import { type SignInProvider, signInProviderFields, signInProvidersOf } from './sign-in-providers.ts'
import { readVirusScanner, type VirusScanner } from './virus-scanner.ts'

const MAX_PROCESSES = 128

const readLevel = (text: string): LogLevel | null =>
  logLevels.find((level) => level === text.toLowerCase()) ?? null

/** Every variable that the server reads, by its name. What is not here is never looked at. */
const Environment = z.object({
  PORT: withDefault('PORT', 'must be a whole number from 1 to 65535.', 8000, readInt(1, 65_535)),
  HOST: withDefault('HOST', 'must be an IP address or a host name.', '127.0.0.1', readHost),
  DATA_DIR: withDefault('DATA_DIR', 'must be a path of at most 1,000 characters.', './data', readLine(1_000)),
  PUBLIC_URL: optional(
    'PUBLIC_URL',
    'must be an http or https address without path, query or password, such as https://shop.example.',
    readOrigin,
  ),
  DATABASE_URL: optional(
    'DATABASE_URL',
    'must begin with postgres:// or postgresql:// and name a host.',
    readUrl('postgres:', 'postgresql:'),
  ),
  SMTP_URL: optional(
    'SMTP_URL',
    'must begin with smtp:// or smtps:// and name a host.',
    readUrl('smtp:', 'smtps:'),
  ),
  REDIS_URL: optional(
    'REDIS_URL',
    'must begin with redis:// or rediss:// and name a host.',
    readUrl('redis:', 'rediss:'),
  ),
  OPENSEARCH_URL: optional(
    'OPENSEARCH_URL',
    'must be an http or https address such as https://user:password@search.example:9200.',
    readUrl('http:', 'https:'),
  ),
  OPENSEARCH_PREFIX: withDefault(
    'OPENSEARCH_PREFIX',
    'must be at most 40 small letters, digits, - and _, with a letter first.',
    'rampart',
    readIndexPrefix,
  ),
  RATE_LIMITS: withDefault('RATE_LIMITS', 'must be on or off.', true, (text) =>
    text === 'on' ? true : text === 'off' ? false : null,
  ),
  RATE_LIMIT_FACTOR: withDefault(
    'RATE_LIMIT_FACTOR',
    'must be a number from 0.1 to 1000.',
    1,
    readNumber(0.1, 1_000),
  ),
  CORS_ORIGINS: withDefault(
    'CORS_ORIGINS',
    'must be https origins separated by commas, such as https://app.example.com; http on this machine alone.',
    Object.freeze([]),
    readOrigins,
  ),
  TRUST_PROXY: withDefault(
    'TRUST_PROXY',
    'must be IP addresses separated by commas.',
    Object.freeze([]),
    readAddresses,
  ),
  WEB_CONCURRENCY: optional(
    'WEB_CONCURRENCY',
    `must be a whole number from 1 to ${MAX_PROCESSES}.`,
    readInt(1, MAX_PROCESSES),
  ),
  LOG_LEVEL: withDefault('LOG_LEVEL', `must be one of ${logLevels.join(', ')}.`, 'info', readLevel),
  SERVICE: withDefault(
    'SERVICE',
    'may only be left out or set to all: separate services are not supported by this version.',
    'all' as const,
    (text) => (text === 'all' ? text : null),
  ),
  SANDBOX_PAYMENTS: optional('SANDBOX_PAYMENTS', 'must be on or off.', (text) =>
    text === 'on' || text === 'off' ? text : null,
  ),
  REFUSE_THROW_AWAY_MAIL: withDefault('REFUSE_THROW_AWAY_MAIL', 'must be on or off.', false, (text) =>
    text === 'on' ? true : text === 'off' ? false : null,
  ),
  SHOP_NAME: withDefault('SHOP_NAME', 'must be one line of at most 80 characters.', 'Rampart', readLine(80)),
  SHOP_TAGLINE: withDefault('SHOP_TAGLINE', 'must be one line of at most 160 characters.', '', readLine(160)),
  SHOP_CURRENCY: withDefault(
    'SHOP_CURRENCY',
    'must be a three-letter currency code such as USD.',
    'USD',
    readCurrency,
  ),
  SHOP_CURRENCIES: withDefault(
    'SHOP_CURRENCIES',
    'must be three-letter currency codes separated by commas, at most twenty.',
    Object.freeze([]),
    readCurrencies,
  ),
  MAIL_FROM: optional('MAIL_FROM', 'must be a mail address such as shop@example.com.', readMailAddress),
  MASTER_KEY: optional('MASTER_KEY', 'must be base64 of 32 random bytes or more.', readKey),
  RECAPTCHA_SITE_KEY: optional(
    'RECAPTCHA_SITE_KEY',
    'must be the site key of reCAPTCHA v3.',
    readRecaptchaKey,
  ),
  RECAPTCHA_SECRET: optional('RECAPTCHA_SECRET', 'must be the secret of reCAPTCHA v3.', readRecaptchaKey),
  ...signInProviderFields,
  STRIPE_STAND_IN: optional(
    'STRIPE_STAND_IN',
    'must be http on this machine, such as http://127.0.0.1:9100: it is for tests.',
    readStandIn,
  ),
  RAZORPAY_STAND_IN: optional(
    'RAZORPAY_STAND_IN',
    'must be http on this machine, such as http://127.0.0.1:9101: it is for tests.',
    readStandIn,
  ),
  VIRUS_SCANNER: optional(
    'VIRUS_SCANNER',
    'must be tcp://host:port of clamd, or the absolute path of a program that reads a file from its standard input.',
    readVirusScanner,
  ),
  S3_URL: optional(
    'S3_URL',
    'must be https://KEY:SECRET@host/bucket, with a folder behind it and ?region= where needed. Signs in the keys are written as %2F.',
    readObjectStorage,
  ),
  AUDIT_RETENTION_DAYS: optional(
    'AUDIT_RETENTION_DAYS',
    'must be a whole number of days from 30 to 36500. Left out, the audit log is kept for ever.',
    readInt(30, 36_500),
  ),
  DATABASE_REPLICA_URL: notYet('DATABASE_REPLICA_URL', 'all reading goes to the one database.'),
  KAFKA_BROKERS: notYet('KAFKA_BROKERS', 'events travel through PostgreSQL.'),
  PEERS: notYet('PEERS', 'everything runs in one service.'),
})

/** The configuration of one process: parsed once at boot, frozen. Never log it whole: it holds secrets. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly data_dir: string
  /** Without a trailing slash. */
  readonly public_url: string
  /** null: the server starts a PostgreSQL of its own in `data_dir`. */
  readonly database_url: string | null
  readonly smtp_url: string | null
  /** Where limits are counted first; null: in PostgreSQL. */
  readonly redis_url: string | null
  /** Who searches; null: PostgreSQL. */
  readonly opensearch_url: string | null
  /** What the names of this shop's indexes begin with. */
  readonly opensearch_prefix: string
  /** Multiplies every limit of requests; null: nothing is limited. */
  readonly rate_limit_factor: number | null
  /** Origins of other sites whose programs may call the API with a token. */
  readonly cors_origins: readonly string[]
  /** Exact addresses whose X-Forwarded-For counts. */
  readonly trust_proxy: readonly string[]
  /** Processes. */
  readonly web_concurrency: number
  readonly log_level: LogLevel
  readonly service: 'all'
  /** On unless told in a shop served over http, off unless told over https: that one is open to the world. */
  readonly sandbox_payments: boolean
  /** For tests: what answers in the place of payment providers. */
  readonly payment_stand_ins: PaymentStandIns
  /** Whether nobody may sign up with an address of a provider of addresses to throw away. */
  readonly refuse_throw_away_mail: boolean
  readonly shop_name: string
  readonly shop_tagline: string
  readonly shop_currency: string
  /** All that the shop sells in; `shop_currency` stands first. */
  readonly shop_currencies: readonly string[]
  readonly mail_from: string
  /** null: challenges are our own proof of work. */
  readonly recaptcha: { readonly site_key: string; readonly secret: string } | null
  /** Whose word signs people in beside their own password. */
  readonly sign_in_providers: readonly SignInProvider[]
  /** Who looks at uploaded files before anybody gets them; null: nobody. */
  readonly virus_scanner: VirusScanner | null
  /** The bucket that files are kept in; null: `data_dir`. */
  readonly object_storage: ObjectStorage | null
  /** After how many days entries leave the audit log; null: never. */
  readonly audit_retention_days: number | null
  /** From the environment; null: see `loadKeyring`. */
  readonly master_key: Buffer | null
}

/**
 * Reads the configuration from the environment.
 * @throws ConfigError with one sentence for each variable that cannot be used
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message))
  const read = parsed.data
  if (read.SMTP_URL !== null && read.MAIL_FROM === null) {
    throw new ConfigError(['MAIL_FROM must be set when SMTP_URL is: mails need an address to come from.'])
  }
  if ((read.RECAPTCHA_SITE_KEY === null) !== (read.RECAPTCHA_SECRET === null)) {
    throw new ConfigError(['RECAPTCHA_SITE_KEY and RECAPTCHA_SECRET must be set together, or both left out.'])
  }
  const publicUrl = read.PUBLIC_URL ?? `http://localhost:${read.PORT}`
  return Object.freeze({
    port: read.PORT,
    host: read.HOST,
    data_dir: resolve(read.DATA_DIR),
    public_url: publicUrl,
    database_url: read.DATABASE_URL?.href ?? null,
    smtp_url: read.SMTP_URL?.href ?? null,
    redis_url: read.REDIS_URL?.href ?? null,
    opensearch_url: read.OPENSEARCH_URL?.href ?? null,
    opensearch_prefix: read.OPENSEARCH_PREFIX,
    rate_limit_factor: read.RATE_LIMITS ? read.RATE_LIMIT_FACTOR : null,
    cors_origins: read.CORS_ORIGINS,
    trust_proxy: read.TRUST_PROXY,
    web_concurrency: read.WEB_CONCURRENCY ?? Math.min(availableParallelism(), MAX_PROCESSES),
    log_level: read.LOG_LEVEL,
    service: read.SERVICE,
    sandbox_payments:
      read.SANDBOX_PAYMENTS === null ? publicUrl.startsWith('http:') : read.SANDBOX_PAYMENTS === 'on',
    payment_stand_ins: Object.freeze({ stripe: read.STRIPE_STAND_IN, razorpay: read.RAZORPAY_STAND_IN }),
    refuse_throw_away_mail: read.REFUSE_THROW_AWAY_MAIL,
    shop_name: read.SHOP_NAME,
    shop_tagline: read.SHOP_TAGLINE,
    shop_currency: read.SHOP_CURRENCY,
    shop_currencies: Object.freeze([...new Set([read.SHOP_CURRENCY, ...read.SHOP_CURRENCIES])]),
    mail_from: read.MAIL_FROM ?? 'shop@localhost',
    recaptcha:
      read.RECAPTCHA_SITE_KEY === null || read.RECAPTCHA_SECRET === null
        ? null
        : { site_key: read.RECAPTCHA_SITE_KEY, secret: read.RECAPTCHA_SECRET },
    sign_in_providers: signInProvidersOf(read),
    virus_scanner: read.VIRUS_SCANNER,
    object_storage: read.S3_URL,
    audit_retention_days: read.AUDIT_RETENTION_DAYS,
    master_key: read.MASTER_KEY,
  })
}
