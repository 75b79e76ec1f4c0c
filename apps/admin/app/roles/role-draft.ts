import type { Role } from './roles-query.ts'

/** A role as its form holds it: the priority as it is typed. */
export type RoleDraft = {
  name: string
  title: string
  description: string
  priority: string
  permissions: string[]
}

/** The form of a role as it is, or of a new one at the bottom. */
export function roleDraft(role: Role | null): RoleDraft {
  if (role === null) return { name: '', title: '', description: '', priority: '20', permissions: [] }
  const { name, title, description, priority, permissions } = role
  return { name, title, description, priority: String(priority), permissions: [...permissions] }
}

/** What the API takes beside the name. */
export function readRole(draft: RoleDraft) {
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    priority: Number(draft.priority),
    permissions: draft.permissions,
  }
}
