import { CLOSED_TO_KEYS } from '@rampart/contracts/access/api-keys.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'

/** Whether a key may hold a permission. `*:read` is refused with `*:*`: it would reach accounts too. */
export function isForKeys(permission: string): boolean {
  const area = permission.split(':', 1)[0] ?? ''
  return area !== '*' && !CLOSED_TO_KEYS.includes(area)
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
