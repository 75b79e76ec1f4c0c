/** An entry of a card's ledger, in minor units of the card's currency. Entries are added, never changed. */
export type Entry = {
  readonly kind: 'issued' | 'charged' | 'returned' | 'expired' | 'corrected'
  /** What it adds to the balance; negative takes away. */
  readonly amount_minor: number
}

/** The balance after one more entry; null when the entry cannot be: below zero, or with the wrong sign for its kind. */
export function balanceAfter(balance: number, entry: Entry): number | null {
  const adds = entry.kind === 'issued' || entry.kind === 'returned'
  if (entry.amount_minor === 0 || !Number.isSafeInteger(entry.amount_minor)) return null
  if (entry.kind !== 'corrected' && adds !== entry.amount_minor > 0) return null
  const after = balance + entry.amount_minor
  return after < 0 || !Number.isSafeInteger(after) ? null : after
}

/** What a card holds. Throws when its ledger is broken. */
export function balanceOf(entries: readonly Entry[]): number {
  return entries.reduce((balance, entry) => {
    const after = balanceAfter(balance, entry)
    if (after === null) throw new Error('The ledger of a gift card is broken.')
    return after
  }, 0)
}
