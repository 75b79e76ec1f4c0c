import type { Contract, Operation } from '@rampart/platform/contract/define-contract.ts'
import { takesApproval } from '@rampart/platform/contract/guard.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'

/** An operation that two people can do together: one proposes it, the other agrees. */
export type Approvable = {
  readonly operation: Operation
  /** Of who does it, and of who agrees. */
  readonly permission: string
}

/** By `contract.operation`. */
export type OperationTable = ReadonlyMap<string, Approvable>

/** Every operation that may be approved. */
export function approvableOperations(contracts: readonly Contract[]): OperationTable {
  const table = new Map<string, Approvable>()
  for (const contract of contracts) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      const { permission } = operation.access
      if (permission === undefined || !takesApproval(operation)) continue
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
