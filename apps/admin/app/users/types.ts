import type { Answer } from '../api.ts'

export type User = Answer<'identity', 'listUsers'>['items'][number]
export type UserDetail = Answer<'identity', 'getUser'>
export type RoleRequest = Answer<'identity', 'listRoleRequests'>['items'][number]
export type Role = User['role']

/** Every role but that of a shopper, highest first. */
export const staffRoles = [
  'super_admin',
  'admin',
  'manager',
  'procurement_manager',
  'sales_manager',
  'staff',
  'seller',
] as const satisfies Role[]

export const userStatuses = [
  'active',
  'locked',
  'password_disabled',
  'invited',
] as const satisfies User['status'][]

const heights: Record<Role, number> = {
  super_admin: 100,
  admin: 80,
  manager: 60,
  procurement_manager: 50,
  sales_manager: 50,
  staff: 40,
  seller: 30,
  customer: 10,
}

/** Whether one role stands above another. The server decides; this spares people dead ends. */
export function outranks(actor: Role, other: Role): boolean {
  return actor === 'super_admin' || heights[actor] > heights[other]
}
