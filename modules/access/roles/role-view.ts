import type { RoleRow } from '../store/roles.ts'

/** A role as staff see it. */
export function roleView(role: RoleRow) {
  return { ...role, permissions: [...role.permissions] }
}

/** What the audit log says of a role. */
export function roleFacts({ name, title, description, priority, permissions }: RoleRow) {
  return { name, title, description, priority, permissions: [...permissions] }
}
