/** Roles that an account can have. */
export type RoleName =
  | 'super_admin'
  | 'admin'
  | 'manager'
  | 'procurement_manager'
  | 'sales_manager'
  | 'staff'
  | 'seller'
  | 'customer'

/** Which doors a token opens: the shop's or the back office's, never both. */
export type Audience = 'shop' | 'staff'

/** What every member of staff may do. */
const everyone = ['identity:enrol', 'identity:self', 'catalog:read', 'media:read', 'shipping:read'] as const

const permissions: Readonly<Record<RoleName, readonly string[]>> = {
  super_admin: ['*:*'],
  admin: [
    ...everyone,
    'identity:*',
    'audit:read',
    'catalog:*',
    'inventory:*',
    'media:*',
    'notifications:read',
    'oauth:*',
    'orders:*',
    'payments:*',
    'shipping:*',
  ],
  manager: [
    ...everyone,
    'catalog:*',
    'inventory:*',
    'media:*',
    'notifications:read',
    'orders:*',
    'payments:read',
    'payments:refund',
  ],
  procurement_manager: [...everyone, 'catalog:write', 'inventory:*', 'media:write'],
  sales_manager: [
    ...everyone,
    'inventory:read',
    'notifications:read',
    'orders:*',
    'payments:read',
    'payments:refund',
  ],
  staff: [...everyone, 'inventory:read', 'orders:read', 'notifications:read'],
  seller: [...everyone],
  customer: [],
}

/** What staff may do before their second factor is set up. */
export const ENROLMENT: readonly string[] = ['identity:enrol']

/** What a role may do: `resource:action`, where either side may be `*`. */
export function permissionsOf(role: RoleName): readonly string[] {
  return permissions[role]
}

/** Where an account of this role signs in. */
export function audienceOf(role: RoleName): Audience {
  return role === 'customer' ? 'shop' : 'staff'
}

/** How high a role stands. Nobody acts on an account of their own height or above, but for the highest. */
export const priorities: Readonly<Record<RoleName, number>> = {
  super_admin: 100,
  admin: 80,
  manager: 60,
  procurement_manager: 50,
  sales_manager: 50,
  staff: 40,
  seller: 30,
  customer: 10,
}

/** Whether somebody of one role may change an account of another, or give that role. */
export function outranks(actor: RoleName, other: RoleName): boolean {
  return actor === 'super_admin' || priorities[actor] > priorities[other]
}
