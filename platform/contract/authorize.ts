import { type AppError, failure } from '../errors/app-error.ts'
import { type CallContext, EDGE } from './call-context.ts'
import type { Access } from './define-contract.ts'
import { type CustomerPrincipal, holdsPermission, type Principal, type StaffPrincipal } from './principal.ts'

/** How long a proof of who somebody is stays fresh, in seconds. */
export const FRESH_SECONDS = 600

/**
 * Decides from an operation's own `access` whether a call may run. Answers null when it may.
 * A module must be named by the operation; the outside world must be let in by kind and, as staff, by permission
 * or, as somebody's app, by scope, and where the operation says so must have proven lately who it is.
 */
export function refusal(access: Access, context: CallContext, now = Date.now()): AppError | null {
  if (context.caller !== EDGE) {
    return access.modules?.includes(context.caller) === true ? null : failure('FORBIDDEN')
  }
  const { principal } = context
  const { allow } = access
  if (allow === undefined || principal.kind === 'system') return failure('FORBIDDEN')
  if (!allow.includes('anyone') && !allow.includes(principal.kind)) {
    return failure(principal.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
  }
  if (principal.kind === 'staff' && access.permission !== undefined) {
    if (!holdsPermission(principal.permissions, access.permission) && !holdsOwn(access, principal))
      return failure('FORBIDDEN')
  }
  if (principal.kind === 'customer' && !isInScope(access, principal)) return failure('FORBIDDEN')
  return access.fresh === true && !isFresh(principal, now) ? failure('STEP_UP_REQUIRED') : null
}

/**
 * Whether a call that `refusal` lets through is let through to what is the caller's own alone: staff from outside
 * who lack the permission and hold `own` instead. Whoever answers it puts `ownerOf` into the SQL.
 */
export function isOwnOnly(access: Access, { caller, principal }: CallContext): boolean {
  if (access.own === undefined || access.permission === undefined) return false
  if (caller !== EDGE || principal.kind !== 'staff') return false
  return !holdsPermission(principal.permissions, access.permission)
}

function holdsOwn({ own }: Access, { permissions }: StaffPrincipal): boolean {
  return own !== undefined && holdsPermission(permissions, own)
}

function isInScope({ scope }: Access, { scopes }: CustomerPrincipal): boolean {
  return scopes == null || (scope !== undefined && scopes.includes(scope))
}

/** Whether whoever calls has proven lately who they are; `now` in milliseconds since the epoch. */
export function isFresh(principal: Principal, now: number): boolean {
  const { authenticated_at } = principal as Partial<CustomerPrincipal>
  return authenticated_at !== undefined && now - authenticated_at < FRESH_SECONDS * 1_000
}
