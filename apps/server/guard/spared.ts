import type { Operation } from '@rampart/platform/contract/define-contract.ts'

/** By which somebody finds and mends a policy in force that cannot be read, and signs in to do so. */
const REPAIR: readonly string[] = ['access:read', 'access:policies', 'identity:enrol', 'identity:self']

/** Whether an operation stays open while a policy in force cannot be read. */
export function isForRepair({ access }: Operation): boolean {
  return access.permission !== undefined && REPAIR.includes(access.permission)
}

/** Whether everybody may read it, signed in or not: pages of the shop, pictures. */
export function isOpenReading({ kind, access }: Operation): boolean {
  return kind === 'query' && access.allow?.includes('anyone') === true
}
