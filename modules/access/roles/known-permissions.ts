import type { Contract } from '@rampart/platform/contract/define-contract.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { findCustomPermissions } from '../store/custom-permissions.ts'

type Opened = { readonly name: string; readonly summary: string }

/** Every permission that operations ask staff for, in the order of names, with the operations that it opens. */
export function askedPermissions(contracts: readonly Contract[]): ReadonlyMap<string, readonly Opened[]> {
  const asked = new Map<string, Opened[]>()
  for (const contract of contracts) {
    for (const [name, { access, summary }] of Object.entries(contract.operations)) {
      for (const permission of [access.permission, access.own]) {
        if (permission === undefined) continue
        const opened = asked.get(permission) ?? []
        asked.set(permission, [...opened, { name: `${contract.name}.${name}`, summary }])
      }
    }
  }
  return new Map([...asked].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Those of these permissions that nothing asks for; a wildcard is known where it covers one that is. */
export async function findUnknown(
  q: Queryable,
  contracts: readonly Contract[],
  permissions: readonly string[],
): Promise<string[]> {
  const custom = await findCustomPermissions(q)
  const known = [...askedPermissions(contracts).keys(), ...custom.map(({ name }) => name)]
  return permissions.filter((permission) => !known.some((name) => holdsPermission([permission], name)))
}
