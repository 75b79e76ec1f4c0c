import type { Contract, Operation } from '../contract/define-contract.ts'
import { PRINCIPAL_TYPES, type PrincipalType } from './facts.ts'

/** An operation that can be called from outside, as policies see it. */
export type PolicyAction = {
  /** `contract.operation`. */
  readonly name: string
  readonly contract: string
  readonly operation: Operation
  /** What `action in Action::"…"` may name beside it: the contract, the permission, and `reading` or `changing`. */
  readonly groups: readonly string[]
  readonly principals: readonly PrincipalType[]
}

const types: Readonly<Record<string, readonly PrincipalType[]>> = {
  anyone: PRINCIPAL_TYPES,
  guest: ['Guest'],
  customer: ['Customer'],
  staff: ['Staff'],
}

/** Every operation that somebody outside may call, by its full name. */
export function actionsOf(contracts: readonly Contract[]): ReadonlyMap<string, PolicyAction> {
  const actions = new Map<string, PolicyAction>()
  for (const contract of contracts) {
    for (const [own, operation] of Object.entries(contract.operations)) {
      const { allow, permission } = operation.access
      if (allow === undefined) continue
      const name = `${contract.name}.${own}`
      const kind = operation.kind === 'query' ? 'reading' : 'changing'
      const groups = [contract.name, kind, ...(permission === undefined ? [] : [permission])]
      const principals = [...new Set(allow.flatMap((who) => types[who] ?? []))]
      actions.set(name, { name, contract: contract.name, operation, groups, principals })
    }
  }
  return actions
}
