import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { settingsOf } from '../settings-of.ts'

function problems(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('nothing set is a complete configuration without anything secret', () => {
  const config = loadConfig({})
  expect(config).toMatchObject({
    port: 8000,
    host: '127.0.0.1',
    public_url: 'http://localhost:8000',
    database_url: null,
    smtp_url: null,
    master_key: null,
    trust_proxy: [],
    log_level: 'info',
    service: 'all',
    shop_currency: 'USD',
    shop_currencies: ['USD'],
    sandbox_payments: true,
  })
  expect(config.web_concurrency).toBeGreaterThan(0)
  expect(Object.isFrozen(config)).toBe(true)
  expect(() => (config.trust_proxy as string[]).push('10.0.0.1')).toThrow()
})

test('everything set is read', () => {
  const key = Buffer.alloc(32, 7)
  const config = loadConfig({
    PORT: '9301',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/shop',
    PUBLIC_URL: 'https://shop.example/',
    DATABASE_URL: 'postgresql://rampart:pw@db.example/rampart',
    SMTP_URL: 'smtps://mail.example',
    TRUST_PROXY: '10.0.0.1, ::1',
    WEB_CONCURRENCY: '4',
    LOG_LEVEL: 'debug',
    SERVICE: 'all',
    SHOP_NAME: 'Lamps & Sons',
    SHOP_TAGLINE: 'Light',
    SHOP_CURRENCY: 'EUR',
    SHOP_CURRENCIES: 'JPY, EUR,KWD',
    MAIL_FROM: 'hello@shop.example',
    MASTER_KEY: key.toString('base64'),
    REDIS_URL: 'redis://cache.example:6379',
    OPENSEARCH_URL: 'https://shop:pw@search.example:9200',
    OPENSEARCH_PREFIX: 'lamps-2',
    RATE_LIMIT_FACTOR: '2.5',
    CORS_ORIGINS: 'https://app.example, http://localhost:5173',
    S3_URL: 'https://ACCESS:se%2Fcret@s3.example:9000/shop/files?region=eu-central-1',
  })
  expect(config).toMatchObject({
    port: 9301,
    data_dir: '/var/lib/shop',
    public_url: 'https://shop.example',
    trust_proxy: ['10.0.0.1', '::1'],
    web_concurrency: 4,
    redis_url: 'redis://cache.example:6379',
    object_storage: {
      endpoint: 'https://s3.example:9000',
      region: 'eu-central-1',
      bucket: 'shop',
      prefix: 'files/',
    },
    opensearch_url: 'https://shop:pw@search.example:9200/',
    opensearch_prefix: 'lamps-2',
    rate_limit_factor: 2.5,
    cors_origins: ['https://app.example', 'http://localhost:5173'],
    shop_name: 'Lamps & Sons',
    mail_from: 'hello@shop.example',
  })
  expect(config.master_key?.equals(key)).toBe(true)
  expect(settingsOf(config).loopback_url).toBe('http://127.0.0.1:9301')
  expect(settingsOf(config)).not.toHaveProperty('master_key')
  expect(settingsOf(config)).not.toHaveProperty('database_url')
})

const bad: readonly (readonly [string, string])[] = [
  ['PORT', '0'], ['PORT', '65536'], ['PORT', '80x'], ['PORT', '-1'], ['HOST', 'not a host'], ['PUBLIC_URL', 'shop.example'],
  ['PUBLIC_URL', 'https://shop.example/sub'], ['PUBLIC_URL', 'https://u:canary@shop.example'], ['PUBLIC_URL', 'ftp://canary'],
  ['DATABASE_URL', 'mysql://root:canary@db'], ['DATABASE_URL', 'canary'], ['SMTP_URL', 'http://canary'],
  ['TRUST_PROXY', 'true'], ['TRUST_PROXY', '10.0.0.0/8'], ['WEB_CONCURRENCY', '0'], ['LOG_LEVEL', 'loud'],
  ['SERVICE', 'gateway'], ['SHOP_CURRENCY', 'usd'], ['SHOP_CURRENCY', 'XYZ'], ['SHOP_CURRENCIES', 'USD;EUR'], ['MAIL_FROM', 'canary'],
  ['MASTER_KEY', 'canary'], ['MASTER_KEY', Buffer.alloc(31).toString('base64')], ['SHOP_NAME', 'x'.repeat(81)],
  ['DATABASE_REPLICA_URL', 'postgres://canary'], ['REDIS_URL', 'https://:canary@r'], ['RATE_LIMITS', 'maybe'],
  ['RATE_LIMIT_FACTOR', '0'], ['RATE_LIMIT_FACTOR', '1e9'], ['CORS_ORIGINS', '*'], ['CORS_ORIGINS', 'https://canary.example/'],
  ['CORS_ORIGINS', 'http://canary.example'], ['CORS_ORIGINS', 'null'], ['KAFKA_BROKERS', 'canary:9092'],
  ['OPENSEARCH_URL', 'canary:9200'], ['OPENSEARCH_PREFIX', 'Canary'], ['OPENSEARCH_PREFIX', '*'], ['S3_URL', 's3://canary'],
  ['S3_URL', 'https://canary.example/shop'], ['S3_URL', 'https://a:canary@s3.example'], ['S3_URL', 'https://a:canary@s3.example/S'],
  ['S3_URL', 'https://a:canary@s3.example/shop/../x'], ['S3_URL', 'https://a:canary@s3.example/shop?acl=public-read'], ['PEERS', 'user=http://canary'],
  ['STRIPE_STAND_IN', 'http://canary.example'], ['STRIPE_STAND_IN', 'https://127.0.0.1:1'], ['RAZORPAY_STAND_IN', 'http://127.0.0.1:1/canary'],
] // prettier-ignore

test.each(bad)('%s=%s is refused with a sentence that names it and keeps its value', (name, value) => {
  const [problem, ...others] = problems({ [name]: value })
  expect(others).toEqual([])
  expect(problem).toMatch(new RegExp(`^${name} .+\\.$`))
  expect(problem).not.toContain('canary')
})

test.each(['DATABASE_REPLICA_URL', 'KAFKA_BROKERS', 'PEERS'])(
  '%s says that it is not supported yet',
  (name) => {
    expect(problems({ [name]: 'x' })[0]).toContain('is not supported by this version')
  },
)

test('limits are on unless told', () => {
  expect(loadConfig({}).rate_limit_factor).toBe(1)
  expect(loadConfig({ RATE_LIMITS: 'off', RATE_LIMIT_FACTOR: '3' }).rate_limit_factor).toBeNull()
})

test('all that is wrong is said at once', () => {
  expect(problems({ PORT: 'x', HOST: '-', LOG_LEVEL: 'loud' })).toHaveLength(3)
})

test('a mail server needs an address for mails to come from', () => {
  expect(problems({ SMTP_URL: 'smtp://mail.example' })[0]).toMatch(/^MAIL_FROM /)
})

test('an IPv6 host is reachable by a valid address', () => {
  expect(settingsOf(loadConfig({ HOST: '::' })).loopback_url).toBe('http://[::1]:8000')
  expect(settingsOf(loadConfig({ HOST: '::1' })).loopback_url).toBe('http://[::1]:8000')
})

test('a shop that is open to the world takes no sandbox payments unless told', () => {
  const at = (env: Record<string, string>) => loadConfig(env).sandbox_payments
  expect(at({ PUBLIC_URL: 'https://shop.example' })).toBe(false)
  expect(at({ PUBLIC_URL: 'https://shop.example', SANDBOX_PAYMENTS: 'on' })).toBe(true)
  expect(at({ SANDBOX_PAYMENTS: 'off' })).toBe(false)
  expect(() => at({ SANDBOX_PAYMENTS: 'yes' })).toThrow('SANDBOX_PAYMENTS must be on or off.')
})

test('the keys of reCAPTCHA come together', () => {
  const [RECAPTCHA_SITE_KEY, RECAPTCHA_SECRET] = ['s'.repeat(40), 'k'.repeat(40)]
  const config = loadConfig({ RECAPTCHA_SITE_KEY, RECAPTCHA_SECRET })
  expect(config.recaptcha).toEqual({ site_key: RECAPTCHA_SITE_KEY, secret: RECAPTCHA_SECRET })
  expect(loadConfig({}).recaptcha).toBeNull()
  expect(problems({ RECAPTCHA_SITE_KEY })).toEqual([
    'RECAPTCHA_SITE_KEY and RECAPTCHA_SECRET must be set together, or both left out.',
  ])
  expect(problems({ RECAPTCHA_SITE_KEY, RECAPTCHA_SECRET: 'short' })).toEqual([
    'RECAPTCHA_SECRET must be the secret of reCAPTCHA v3.',
  ])
})

const oidc = (values: readonly string[]) => ({
  OIDC_ISSUER: values[0] ?? '',
  OIDC_CLIENT_ID: values[1] ?? '',
  OIDC_CLIENT_SECRET: values[2] ?? '',
})

test('providers of sign-ins are set up by name, and their secrets do not show', () => {
  const tenant = '2F1B0C6E-6a55-4e4b-9a43-0d2f4c3b8a11'
  const config = loadConfig({
    GOOGLE_CLIENT_ID: 'g.apps.googleusercontent.com',
    GOOGLE_CLIENT_SECRET: 'do not show',
    ENTRA_TENANT_ID: tenant,
    ENTRA_CLIENT_ID: 'e',
    ENTRA_CLIENT_SECRET: 'do not show',
    ...oidc(['https://login.example.com/realms/a', 'o', 'do not show']),
    OIDC_NAME: 'Works account',
    OIDC_2_ISSUER: 'http://localhost:4444',
    OIDC_2_CLIENT_ID: 'p',
    OIDC_2_CLIENT_SECRET: 'do not show',
  })
  expect(settingsOf(config).sign_in_providers.map(({ id, label, issuer }) => [id, label, issuer])).toEqual([
    ['google', 'Google', 'https://accounts.google.com'],
    ['entra', 'Microsoft', `https://login.microsoftonline.com/${tenant.toLowerCase()}/v2.0`],
    ['oidc', 'Works account', 'https://login.example.com/realms/a'],
    ['oidc-2', 'localhost:4444', 'http://localhost:4444'],
  ])
  const [first] = config.sign_in_providers
  expect(first?.client_secret.reveal()).toBe('do not show')
  for (const written of [JSON.stringify(config), inspect(config, { depth: 9 })])
    expect(written).not.toContain('do not show')
})

test('a provider that is set up in part, or cannot be trusted to be itself, is refused', () => {
  expect(problems({ GOOGLE_CLIENT_ID: 'g' })).toEqual([
    'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be set together, or all left out.',
  ])
  expect(problems(oidc(['https://login.example.com', 'o']))).toEqual([
    'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together, or all left out.',
  ])
  for (const issuer of [
    'http://login.example.com',
    'https://a:b@example.com',
    'https://example.com/?a=b',
    'x',
  ])
    expect(problems(oidc([issuer, 'o', 's']))[0]).toMatch(/^OIDC_ISSUER must be an https address/)
  const ENTRA = { ENTRA_CLIENT_ID: 'e', ENTRA_CLIENT_SECRET: 's' }
  for (const tenant of ['common', 'organizations', 'consumers'])
    expect(problems({ ...ENTRA, ENTRA_TENANT_ID: tenant })[0]).toMatch(/^ENTRA_TENANT_ID must be the id/)
})

test('the keys of a bucket are read, and written down by nothing', () => {
  const config = loadConfig({ S3_URL: 'https://ACCESS:se%2Fcret@s3.example/shop' })
  expect(config.object_storage?.access_key.reveal()).toBe('ACCESS')
  expect(config.object_storage?.secret_key.reveal()).toBe('se/cret')
  for (const written of [
    JSON.stringify(config),
    inspect(config, { depth: 9 }),
    JSON.stringify(settingsOf(config)),
  ])
    expect(written).not.toMatch(/ACCESS|cret@|se\/cret/)
  expect(loadConfig({ S3_URL: '' }).object_storage).toBeNull()
})
