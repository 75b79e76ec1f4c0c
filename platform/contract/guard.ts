import type { AppError } from '../errors/app-error.ts'
import type { CallContext } from './call-context.ts'
import type { Access, Operation } from './define-contract.ts'

/** A call from outside that an operation's own access has been asked about, and whose input is parsed. */
export type GuardedCall = {
  /** `contract.operation`. */
  readonly name: string
  readonly operation: Operation
  readonly input: unknown
  readonly context: CallContext
  /** Whether the caller's roles let them in. */
  readonly permitted: boolean
}

/**
 * What decides about calls from outside beyond an operation's own access: rules that the shop makes for itself. Given to
 * the dispatcher by whoever puts the modules together.
 */
export type Guard = {
  /** Whether `refusal` has to be asked at all. Costs nothing worth naming where it has not. */
  concerns(name: string, context: CallContext): boolean
  /** Whether a call that roles do not permit may be permitted nevertheless, so that `refusal` has to be asked. */
  mayPermit(name: string, context: CallContext): boolean
  /** Why the call may not run; null when it may. */
  refusal(call: GuardedCall): Promise<AppError | null>
  /** Told that the operation itself refused a call that was let through, and so that nothing came of it. Never fails. */
  undone(call: GuardedCall): Promise<void>
}

/** What an operation demands beside the permission. */
export function withoutPermission({ permission: _, own: __, ...rest }: Access): Access {
  return rest
}

/** Whether two people can do it together, one who asks and one who agrees: what staff change, by a permission. */
export function takesApproval({ kind, access }: Operation): boolean {
  const forStaff = access.allow?.some((caller) => caller === 'staff' || caller === 'anyone')
  return kind === 'command' && forStaff === true && access.permission !== undefined
}
