import { ConfigError } from './config-error.ts'
import { optional, readLine, readUrl } from './fields.ts'
import { type Secret, secretOf } from './secret.ts'

/** Somebody else whose word signs people in, by OpenID Connect. */
export type SignInProvider = {
  /** Part of the address that the provider sends people back to. */
  readonly id: string
  /** What the button says. */
  readonly label: string
  readonly issuer: string
  readonly client_id: string
  readonly client_secret: Secret
}

const GOOGLE = 'https://accounts.google.com'
const MICROSOFT = 'https://login.microsoftonline.com'
const TENANT = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const issuer = (name: string) =>
  optional(
    name,
    'must be an https address without query or password, such as https://login.example.com.',
    readIssuer,
  )
const line = (name: string) => optional(name, 'must be one line of at most 500 characters.', readLine(500))
const label = (name: string) => optional(name, 'must be one line of at most 40 characters.', readLine(40))

/** The variables that set providers up. */
export const signInProviderFields = {
  OIDC_ISSUER: issuer('OIDC_ISSUER'),
  OIDC_CLIENT_ID: line('OIDC_CLIENT_ID'),
  OIDC_CLIENT_SECRET: line('OIDC_CLIENT_SECRET'),
  OIDC_NAME: label('OIDC_NAME'),
  OIDC_2_ISSUER: issuer('OIDC_2_ISSUER'),
  OIDC_2_CLIENT_ID: line('OIDC_2_CLIENT_ID'),
  OIDC_2_CLIENT_SECRET: line('OIDC_2_CLIENT_SECRET'),
  OIDC_2_NAME: label('OIDC_2_NAME'),
  GOOGLE_CLIENT_ID: line('GOOGLE_CLIENT_ID'),
  GOOGLE_CLIENT_SECRET: line('GOOGLE_CLIENT_SECRET'),
  // One tenant: tokens of `common` and `organizations` come from whoever opens a directory.
  ENTRA_TENANT_ID: optional(
    'ENTRA_TENANT_ID',
    'must be the id of one directory, such as 2f1b0c6e-6a55-4e4b-9a43-0d2f4c3b8a11.',
    (text) => (TENANT.test(text) ? text.toLowerCase() : null),
  ),
  ENTRA_CLIENT_ID: line('ENTRA_CLIENT_ID'),
  ENTRA_CLIENT_SECRET: line('ENTRA_CLIENT_SECRET'),
}

type Fields = { readonly [K in keyof typeof signInProviderFields]: string | null }

/**
 * The providers that were set up, in the order of their buttons.
 * @throws ConfigError for one that is set up in part
 */
export function signInProvidersOf(read: Fields): readonly SignInProvider[] {
  const providers = [
    provider(read, 'google', { secret: 'GOOGLE_CLIENT_SECRET', client: 'GOOGLE_CLIENT_ID' }, () => GOOGLE),
    provider(
      read,
      'entra',
      { secret: 'ENTRA_CLIENT_SECRET', client: 'ENTRA_CLIENT_ID', from: 'ENTRA_TENANT_ID' },
      (tenant) => `${MICROSOFT}/${tenant}/v2.0`,
    ),
    provider(
      read,
      'oidc',
      { secret: 'OIDC_CLIENT_SECRET', client: 'OIDC_CLIENT_ID', from: 'OIDC_ISSUER', name: 'OIDC_NAME' },
      (from) => from,
    ),
    provider(
      read,
      'oidc-2',
      {
        secret: 'OIDC_2_CLIENT_SECRET',
        client: 'OIDC_2_CLIENT_ID',
        from: 'OIDC_2_ISSUER',
        name: 'OIDC_2_NAME',
      },
      (from) => from,
    ),
  ]
  return Object.freeze(providers.filter((each) => each !== null))
}

const brands: Readonly<Record<string, string>> = { google: 'Google', entra: 'Microsoft' }

type Names = Readonly<Record<'secret' | 'client', keyof Fields>> &
  Readonly<Partial<Record<'from' | 'name', keyof Fields>>>

function provider(
  read: Fields,
  id: string,
  { secret, client, from, name }: Names,
  issuerOf: (from: string) => string,
): SignInProvider | null {
  const needed = [...(from === undefined ? [] : [from]), client, secret]
  if (needed.every((each) => read[each] === null)) return null
  const [clientId, clientSecret] = [read[client], read[secret]]
  const base = from === undefined ? '' : read[from]
  if (clientId === null || clientSecret === null || base === null) {
    const list = `${needed.slice(0, -1).join(', ')} and ${secret}`
    throw new ConfigError([`${list} must be set together, or all left out.`])
  }
  const given = name === undefined ? undefined : (read[name] ?? new URL(base).host)
  return Object.freeze({
    id,
    label: given ?? brands[id] ?? id,
    issuer: issuerOf(base),
    client_id: clientId,
    client_secret: secretOf(clientSecret),
  })
}

/** An issuer as OpenID Connect Discovery has it; http only on this machine. */
function readIssuer(text: string): string | null {
  const url = readUrl('https:', 'http:')(text)
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    return null
  return url.protocol === 'https:' || LOOPBACK.has(url.hostname) ? text : null
}
