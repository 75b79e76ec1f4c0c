/** How high the owners of a shop stand: beside each other, and above all rules about height. */
export const TOP = 100

/** Who gives, and whether they hold a permission; a wildcard is held by nothing less than a wildcard as wide. */
export type Giver = { readonly priority: number; readonly holds: (permission: string) => boolean }

/** Why somebody may not give what they want to. */
export type Refusal = 'ACCESS_OUTRANKED' | 'ACCESS_NOT_HELD'

/** Whether somebody may act on what stands this high: they stand above it, or at the very top. */
export function standsAbove(giver: Giver, height: number): boolean {
  return giver.priority >= TOP || giver.priority > height
}

/** Why a role of this height and with these permissions may not be given, or made; null when it may. */
export function refusalToGive(
  giver: Giver,
  role: { readonly priority: number; readonly permissions: readonly string[] },
): Refusal | null {
  if (!standsAbove(giver, role.priority)) return 'ACCESS_OUTRANKED'
  return role.permissions.every(giver.holds) ? null : 'ACCESS_NOT_HELD'
}

type Shape = { readonly priority: number; readonly permissions: readonly string[] }

/**
 * Why a role may not become another: it stands too high before or after, or gains what the giver does not hold. `own`: the
 * giver has it; then it may become less and not more, or what they have until a moment would be theirs for good.
 */
export function refusalToChange(giver: Giver, before: Shape, after: Shape, own = false): Refusal | null {
  if (!standsAbove(giver, before.priority)) return 'ACCESS_OUTRANKED'
  const gained = after.permissions.filter((permission) => !before.permissions.includes(permission))
  const grows = gained.length > 0 || after.priority > before.priority
  if (own && grows && giver.priority < TOP) return 'ACCESS_OUTRANKED'
  return refusalToGive(giver, { priority: after.priority, permissions: gained })
}
