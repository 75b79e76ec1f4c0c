import { isIP } from 'node:net'
import { isFresh } from '../contract/authorize.ts'
import type { CallContext } from '../contract/call-context.ts'
import type { Operation } from '../contract/define-contract.ts'
import { minorFrom } from '../contract/fields.ts'
import type { Principal } from '../contract/principal.ts'
import { EVERYTHING, type Facts, type PrincipalType } from './facts.ts'

type About = {
  /** `contract.operation`. */
  readonly name: string
  readonly operation: Operation
  /** Parsed. */
  readonly input: unknown
  readonly permitted: boolean
  readonly now: Date
  /** ISO 4217, of the shop. */
  readonly currency: string
}

const types: Readonly<Record<Principal['kind'], PrincipalType | null>> = {
  guest: 'Guest',
  customer: 'Customer',
  staff: 'Staff',
  system: null,
}

/** How policies call whoever calls; null for background work, about which they say nothing. */
export function principalType({ kind }: Principal): PrincipalType | null {
  return types[kind]
}

/** What policies are told about a call, but for the country, which costs a look-up, and for an approval. */
export function factsOf({ principal, ip }: CallContext, about: About): Facts {
  const known = principal as Partial<Known>
  const role = known.role ?? ''
  return {
    principal: types[principal.kind] ?? 'Guest',
    id: known.id ?? null,
    resource: resourceOf(about),
    permitted: about.permitted,
    fresh: isFresh(principal, about.now.getTime()),
    approved: false,
    role,
    roles: known.roles ?? (role === '' ? [] : [role]),
    priority: known.priority ?? 0,
    factors: known.factors ?? [],
    device_known: known.device_known ?? false,
    risk: known.risk ?? 'low',
    ip: plainAddress(ip),
    country: null,
    at: about.now,
    amount: amountOf(about),
    granted_role: textAt(about.input, about.operation.access.facts?.granted_role),
  }
}

type Known = {
  readonly id: string
  readonly role: string
  readonly roles: readonly string[]
  readonly priority: number
  readonly factors: readonly string[]
  readonly device_known: boolean
  readonly risk: Facts['risk']
}

const LAST_PARAMETER = /^.*:([a-z_]+)_id\b/
const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i

/** The thing that the path names last, where it names one. */
function resourceOf({ name, operation, input }: About): string {
  const parameter = LAST_PARAMETER.exec(operation.http?.path ?? '')?.[1]
  const id = parameter === undefined ? null : textAt(input, `${parameter}_id`)
  return id === null ? name.slice(0, name.indexOf('.')) : `${parameter ?? ''}/${id}`
}

/** An IPv4 address is one, however it is written; a zone belongs to this machine alone. */
function plainAddress(ip: string | null): string | null {
  const address = ip?.replace(MAPPED_IPV4, '').replace(/%.*$/, '') ?? ''
  return isIP(address) === 0 ? null : address
}

/** What cannot be read as an amount of the shop's counts as everything, as what is left out does. */
function amountOf({ operation, input, currency }: About): number | null {
  const path = operation.access.facts?.amount
  if (path === undefined) return null
  const amount = textAt(input, `${path}.amount`)
  if (amount === null) return EVERYTHING
  return minorFrom({ amount, currency: textAt(input, `${path}.currency`) }, currency) ?? EVERYTHING
}

function textAt(input: unknown, path: string | undefined): string | null {
  const value = path === undefined ? undefined : valueAt(input, path)
  return typeof value === 'string' ? value : null
}

function valueAt(input: unknown, path: string): unknown {
  let value = input
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}
