/** What is needed of a role to tell what it gives. */
export type RoleFacts = {
  readonly name: string
  readonly priority: number
  readonly permissions: readonly string[]
}

/** What several roles together make of somebody. */
export type Standing = {
  /** 0 without any role. */
  readonly priority: number
  readonly roles: readonly string[]
  readonly permissions: readonly string[]
}

/** The permissions of all roles, each once, and the height of the highest. */
export function combine(roles: readonly RoleFacts[]): Standing {
  return {
    priority: roles.reduce((highest, { priority }) => Math.max(highest, priority), 0),
    roles: roles.map(({ name }) => name),
    permissions: [...new Set(roles.flatMap(({ permissions }) => permissions))].sort(),
  }
}
