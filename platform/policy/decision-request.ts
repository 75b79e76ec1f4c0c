import { holdsPermission } from '../contract/principal.ts'
import type { PolicyAction } from './actions.ts'
import type { Facts, PrincipalType } from './facts.ts'

/** What a decision was, or would be, made about: as it is kept, and as people imagine it. */
export type DecisionRequest = {
  readonly principal: {
    readonly kind: 'guest' | 'customer' | 'staff'
    readonly id?: string | undefined
    readonly role?: string | undefined
    readonly roles?: readonly string[] | undefined
    readonly priority?: number | undefined
    readonly permissions: readonly string[]
  }
  readonly operation: string
  readonly context: {
    readonly ip?: string | undefined
    readonly country?: string | undefined
    readonly device_known?: boolean | undefined
    readonly factors?: readonly string[] | undefined
    readonly risk?: Facts['risk'] | undefined
    readonly at?: string | undefined
    readonly fresh?: boolean | undefined
    readonly approved?: boolean | undefined
    readonly amount?: number | undefined
    readonly granted_role?: string | undefined
    readonly resource?: string | undefined
  }
}

const types = { guest: 'Guest', customer: 'Customer', staff: 'Staff' } as const
const kinds = { Guest: 'guest', Customer: 'customer', Staff: 'staff' } as const

/**
 * Writes down what a decision was made about, to the hour. Of guests and customers neither who nor from where: what they do
 * is told apart by nothing but the operation and the country.
 */
export function requestOf(facts: Facts, { name, operation }: PolicyAction): DecisionRequest {
  const staff = facts.principal === 'Staff'
  const { permission } = operation.access
  const hour = new Date(facts.at)
  hour.setUTCMinutes(0, 0, 0)
  return {
    principal: {
      kind: kinds[facts.principal],
      ...(staff && facts.id !== null ? { id: facts.id } : {}),
      ...(staff ? { role: facts.role, roles: facts.roles, priority: facts.priority } : {}),
      permissions: staff && facts.permitted && permission !== undefined ? [permission] : [],
    },
    operation: name,
    context: {
      ...(staff && facts.ip !== null ? { ip: facts.ip } : {}),
      ...(facts.country === null ? {} : { country: facts.country }),
      device_known: facts.device_known,
      factors: facts.factors,
      risk: facts.risk,
      at: hour.toISOString(),
      fresh: facts.fresh,
      approved: facts.approved,
      ...(facts.amount === null ? {} : { amount: facts.amount }),
      ...(facts.granted_role === null ? {} : { granted_role: facts.granted_role }),
    },
  }
}

/** What policies would be told about such a call. */
export function factsOfRequest(request: DecisionRequest, action: PolicyAction, now: Date): Facts {
  const { principal, context } = request
  const type: PrincipalType = types[principal.kind]
  const { role = '' } = principal
  return {
    principal: type,
    id: principal.id ?? null,
    resource: context.resource ?? action.contract,
    permitted: isPermitted(principal, type, action),
    fresh: context.fresh ?? false,
    approved: context.approved ?? false,
    role,
    roles: principal.roles ?? (role === '' ? [] : [role]),
    priority: principal.priority ?? 0,
    factors: context.factors ?? [],
    device_known: context.device_known ?? false,
    risk: context.risk ?? 'low',
    ip: context.ip ?? null,
    country: context.country ?? null,
    at: context.at === undefined ? now : new Date(context.at),
    amount: context.amount ?? null,
    granted_role: context.granted_role ?? null,
  }
}

function isPermitted(
  { permissions }: DecisionRequest['principal'],
  type: PrincipalType,
  { principals, operation }: PolicyAction,
): boolean {
  if (!principals.includes(type)) return false
  const { permission, own } = operation.access
  if (type !== 'Staff' || permission === undefined) return true
  return holdsPermission(permissions, permission) || (own !== undefined && holdsPermission(permissions, own))
}
