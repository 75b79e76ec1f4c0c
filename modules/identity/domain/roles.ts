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

/** Where an account of this role signs in. */
export function audienceOf(role: RoleName): Audience {
  return role === 'customer' ? 'shop' : 'staff'
}

/** How high a role stands. */
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

/** How high somebody stands by the role of their account and by those beside it. */
export function heightOf(account: { readonly role: RoleName; readonly extra_priority: number }): number {
  return Math.max(priorities[account.role], account.extra_priority)
}

/** Whether somebody may act on whoever stands this high: they stand above, or at the very top. */
export function standsAbove(actor: { readonly priority?: number }, height: number): boolean {
  const { priority = 0 } = actor
  return priority >= priorities.super_admin || priority > height
}
