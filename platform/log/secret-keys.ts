/** Parts of a name that mark its value as secret wherever they stand in it: `guest_token`, `clientSecret`. */
const FRAGMENTS = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'token',
  'authorization',
  'cookie',
  'credential',
  'pepper',
  'codeverifier',
  'idempotencykey',
  'masterkey',
  'privatekey',
  'signingkey',
  'apikey',
  'smtpurl',
  'databaseurl',
  'databasereplicaurl',
  'redisurl',
  's3url',
]

/** Names too short to be looked for inside others: whole words only, so that `discard` stays readable. */
const WORDS = new Set(['otp', 'totp', 'card', 'cvc', 'cvv', 'pan', 'pin', 'jwt', 'bearer', 'dsn'])

const known = new Map<string, boolean>()
const MAX_KNOWN = 2_000

/** Whether what stands under this key may never be written down. Case and separators do not matter. */
export function isSecretKey(key: string): boolean {
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const joined = words.join('')
  const secret =
    words.some((word) => WORDS.has(word)) || FRAGMENTS.some((fragment) => joined.includes(fragment))
  if (known.size < MAX_KNOWN) known.set(key, secret)
  return secret
}
