import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type EntryRow = {
  readonly id: string
  readonly kind: 'issued' | 'charged' | 'returned' | 'expired' | 'corrected'
  readonly amount_minor: number
  readonly balance_after_minor: number
  readonly order_id: string | null
  readonly reason: string | null
  readonly actor_id: string | null
  readonly occurred_at: string
}

type NewEntry = {
  readonly gift_card_id: string
  readonly kind: EntryRow['kind']
  readonly amount_minor: number
  readonly balance_after_minor: number
  readonly order_id?: string
  readonly reference: string
  readonly reason?: string
  readonly actor_id?: string | null
}

/**
 * Takes an amount off a card that has it, in its currency, as long as it is good. Null when it cannot be taken. Of two at once the
 * second waits for the row and then looks at what the first has left.
 */
export async function chargeCard(
  tx: Tx,
  charge: { readonly id: string; readonly amount_minor: number; readonly currency: string },
  now: Date,
): Promise<{ readonly balance_minor: number } | null> {
  return await tx.maybe(sql`
    UPDATE pricing.gift_cards SET balance_minor = balance_minor - ${charge.amount_minor}
    WHERE id = ${charge.id} AND currency = ${charge.currency} AND balance_minor >= ${charge.amount_minor}
      AND disabled_at IS NULL AND (expires_at IS NULL OR expires_at > ${now})
    RETURNING balance_minor`)
}

/** Changes a balance by an amount that may be negative. Null when too little is on the card. */
export async function changeBalance(
  tx: Tx,
  id: string,
  amountMinor: number,
): Promise<{ readonly balance_minor: number } | null> {
  return await tx.maybe(sql`
    UPDATE pricing.gift_cards SET balance_minor = balance_minor + ${amountMinor}
    WHERE id = ${id} AND balance_minor + ${amountMinor} >= 0
    RETURNING balance_minor`)
}

/** Books an entry. @throws by its constraint when the card has one of this kind for this order or refund */
export async function insertEntry(tx: Tx, entry: NewEntry, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO pricing.gift_card_entries (id, gift_card_id, kind, amount_minor, balance_after_minor, order_id, reference,
      reason, actor_id, occurred_at)
    VALUES (${newId()}, ${entry.gift_card_id}, ${entry.kind}, ${entry.amount_minor}, ${entry.balance_after_minor},
      ${entry.order_id ?? null}, ${entry.reference}, ${entry.reason ?? null}, ${entry.actor_id ?? null}, ${now})`)
}

/** What each card has paid of an order and not got back, in the order in which cards are locked. */
export async function findPaid(
  tx: Tx,
  orderId: string,
): Promise<{ readonly gift_card_id: string; readonly hint: string; readonly paid_minor: number }[]> {
  return await tx.many(sql`
    SELECT e.gift_card_id, c.hint, -sum(e.amount_minor)::bigint AS paid_minor
    FROM pricing.gift_card_entries e JOIN pricing.gift_cards c ON c.id = e.gift_card_id
    WHERE e.order_id = ${orderId}
    GROUP BY e.gift_card_id, c.hint HAVING sum(e.amount_minor) < 0 ORDER BY e.gift_card_id`)
}

/** What was paid back to cards under a reference. */
export async function findReturned(
  tx: Tx,
  orderId: string,
  reference: string,
): Promise<{ readonly gift_card_id: string; readonly hint: string; readonly amount_minor: number }[]> {
  return await tx.many(sql`
    SELECT e.gift_card_id, c.hint, e.amount_minor
    FROM pricing.gift_card_entries e JOIN pricing.gift_cards c ON c.id = e.gift_card_id
    WHERE e.order_id = ${orderId} AND e.kind = 'returned' AND e.reference = ${reference} ORDER BY e.gift_card_id`)
}

/** All entries of a card, the newest first. */
export async function findEntries(db: Queryable, cardId: string): Promise<EntryRow[]> {
  return await db.many<EntryRow>(sql`
    SELECT id, kind, amount_minor, balance_after_minor, order_id, reason, actor_id, occurred_at
    FROM pricing.gift_card_entries WHERE gift_card_id = ${cardId} ORDER BY id DESC`)
}
