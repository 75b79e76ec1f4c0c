import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { EntryRow } from '../store/gift-card-entries.ts'
import { cardStatus, type GiftCardRow } from '../store/gift-cards.ts'

/** A card as the back office sees it. */
export function cardView(row: GiftCardRow, now: Date) {
  const { id, hint, currency, issued_minor, balance_minor, expires_at, note, created_at } = row
  return {
    ...{ id, hint, expires_at, note, created_at },
    status: cardStatus(row, now),
    balance: moneyOut(balance_minor, currency),
    issued: moneyOut(issued_minor, currency),
  }
}

/** The same with its ledger. */
export function cardWithEntries(row: GiftCardRow, entries: readonly EntryRow[], now: Date) {
  return {
    ...cardView(row, now),
    entries: entries.map(({ amount_minor, balance_after_minor, ...entry }) => ({
      ...entry,
      amount: moneyOut(amount_minor, row.currency),
      balance_after: moneyOut(balance_after_minor, row.currency),
    })),
  }
}
