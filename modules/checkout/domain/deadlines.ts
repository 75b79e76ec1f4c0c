/** Seconds that stock is held: longer than a payment may take, so that a paid order finds its stock. */
export const HOLD_SECONDS = 30 * 60

/** Seconds after which a payment that is still open is given up: nothing stays undecided for more than 15 minutes. */
export const DECIDE_SECONDS = 14 * 60

/** Seconds after which a process that has opened no payment is taken for dead. */
export const START_SECONDS = 2 * 60

/** Seconds until the reconciler first looks at a process, and between two looks. */
export const FIRST_CHECK_SECONDS = 30
export const NEXT_CHECK_SECONDS = 30

/** What the reconciler does with a process whose payment is still open, or was never opened. */
export function isOverdue(ageSeconds: number, hasPayment: boolean): boolean {
  return ageSeconds >= (hasPayment ? DECIDE_SECONDS : START_SECONDS)
}
