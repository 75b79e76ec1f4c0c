import { holdsPermission } from '@rampart/platform/contract/principal.ts'

/** What keys never act on: accounts, who may do what, and other programs' access. */
const NEVER = new Set(['*', 'identity', 'access', 'oauth'])

/** Whether a key may hold a permission. `*:read` is refused with `*:*`: it would reach accounts too. */
export function isForKeys(permission: string): boolean {
  return !NEVER.has(permission.split(':', 1)[0] ?? '')
}

/**
 * What a key may do at this moment: its own permissions, as far as its owner holds them. Where the owner holds less
 * than a wildcard of the key, what they hold of it is left.
 */
export function narrowed(ofKey: readonly string[], ofOwner: readonly string[]): string[] {
  const left = new Set<string>()
  for (const permission of ofKey.filter(isForKeys)) {
    if (holdsPermission(ofOwner, permission)) left.add(permission)
    else for (const held of ofOwner) if (holdsPermission([permission], held)) left.add(held)
  }
  return [...left]
}
