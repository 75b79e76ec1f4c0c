const DAY_MS = 86_400_000

/** How long an archive can be fetched. */
const EXPORT_LIFE_MS = 7 * DAY_MS

/** How long the list says that there was one. */
const EXPORT_MEMORY_MS = 30 * DAY_MS

/** Until when an export that is ready now can be fetched. */
export function exportExpiry(now: Date): Date {
  return new Date(now.getTime() + EXPORT_LIFE_MS)
}

/** Exports asked for before this moment are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - EXPORT_MEMORY_MS)
}

/** An export asked for before this moment and not ready will never be: its job has been given up. */
export function givenUpBefore(now: Date): Date {
  return new Date(now.getTime() - DAY_MS)
}

/** A customer who had an export after this moment has to wait for the next. */
export function tooSoonAfter(now: Date): Date {
  return new Date(now.getTime() - DAY_MS)
}
