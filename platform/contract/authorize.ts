import { type AppError, failure } from '../errors/app-error.ts'
import { type CallContext, EDGE } from './call-context.ts'
import type { Access } from './define-contract.ts'
import { holdsPermission } from './principal.ts'

/**
 * Decides from an operation's own `access` whether a call may run. Answers null when it may.
 * A module must be named by the operation; the outside world must be let in by kind and, as staff, by permission.
 */
export function refusal(access: Access, context: CallContext): AppError | null {
  if (context.caller !== EDGE) {
    return access.modules?.includes(context.caller) === true ? null : failure('FORBIDDEN')
  }
  const { principal } = context
  const { allow } = access
  if (allow === undefined || principal.kind === 'system') return failure('FORBIDDEN')
  if (!allow.includes('anyone') && !allow.includes(principal.kind)) {
    return failure(principal.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
  }
  if (principal.kind !== 'staff' || access.permission === undefined) return null
  return holdsPermission(principal.permissions, access.permission) ? null : failure('FORBIDDEN')
}
