import type { Contract, Operation } from '@rampart/platform/contract/define-contract.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'

/** An operation that two people can do together: one proposes it, the other agrees. */
export type Approvable = {
  readonly operation: Operation
  /** Of who does it, and of who agrees. */
  readonly permission: string
}

/** By `contract.operation`. */
export type OperationTable = ReadonlyMap<string, Approvable>

/** Every operation that may be approved: what staff change from outside. */
export function approvableOperations(contracts: readonly Contract[]): OperationTable {
  const table = new Map<string, Approvable>()
  for (const contract of contracts) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      const { allow = [], permission } = operation.access
      const forStaff = allow.includes('staff') || allow.includes('anyone')
      if (operation.kind !== 'command' || permission === undefined || !forStaff) continue
      table.set(`${contract.name}.${name}`, { operation, permission })
    }
  }
  return table
}

/** Names of the operations that somebody with these permissions may agree to. */
export function decidable(table: OperationTable, permissions: readonly string[]): string[] {
  return [...table].flatMap(([name, { permission }]) =>
    holdsPermission(permissions, permission) ? [name] : [],
  )
}
