const DAY = 86_400_000

/** Until when buyers may ask for a return: so many days after the delivery; null when they cannot. */
export function returnableUntil(deliveredAt: string | null, periodDays: number): Date | null {
  if (deliveredAt === null || periodDays === 0) return null
  return new Date(Date.parse(deliveredAt) + periodDays * DAY)
}
