import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'

export type GiftCardRow = {
  readonly id: string
  readonly hint: string
  readonly currency: string
  readonly issued_minor: number
  readonly balance_minor: number
  readonly expires_at: string | null
  readonly disabled_at: string | null
  readonly note: string
  readonly created_at: string
}

export type CardStatus = 'active' | 'spent' | 'expired' | 'disabled'

export type CardFilter = { readonly status: CardStatus | null; readonly q: string | null; readonly now: Date }

const columns = sql`id, hint, currency, issued_minor, balance_minor, expires_at, disabled_at, note, created_at`

/** What stands in the way of paying with a card; `active` when nothing does. */
export function cardStatus(row: GiftCardRow, now: Date): CardStatus {
  if (row.disabled_at !== null) return 'disabled'
  if (row.expires_at !== null && new Date(row.expires_at) <= now) return 'expired'
  return row.balance_minor === 0 ? 'spent' : 'active'
}

export async function insertGiftCard(tx: Tx, card: GiftCardRow, codeHash: Buffer): Promise<void> {
  await tx.run(sql`
    INSERT INTO pricing.gift_cards (id, code_hash, hint, currency, issued_minor, balance_minor, expires_at, note, created_at)
    VALUES (${card.id}, ${codeHash}, ${card.hint}, ${card.currency}, ${card.issued_minor}, ${card.balance_minor},
      ${card.expires_at}, ${card.note}, ${card.created_at})`)
}

export async function findCardByCode(db: Queryable, codeHash: Buffer): Promise<GiftCardRow | null> {
  return await db.maybe<GiftCardRow>(
    sql`SELECT ${columns} FROM pricing.gift_cards WHERE code_hash = ${codeHash}`,
  )
}

export async function findCards(db: Queryable, ids: readonly string[]): Promise<GiftCardRow[]> {
  return await db.many<GiftCardRow>(
    sql`SELECT ${columns} FROM pricing.gift_cards WHERE id = ANY(${ids}::uuid[])`,
  )
}

export async function findCard(db: Queryable, id: string): Promise<GiftCardRow | null> {
  return await db.maybe<GiftCardRow>(sql`SELECT ${columns} FROM pricing.gift_cards WHERE id = ${id}`)
}

export async function lockCard(tx: Tx, id: string): Promise<GiftCardRow | null> {
  return await tx.maybe<GiftCardRow>(
    sql`SELECT ${columns} FROM pricing.gift_cards WHERE id = ${id} FOR UPDATE`,
  )
}

/** One page of cards, the newest first. */
export async function findCardPage(
  db: Queryable,
  filter: CardFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<GiftCardRow[]> {
  return await db.many<GiftCardRow>(sql`
    SELECT ${columns} FROM pricing.gift_cards WHERE ${conditions(filter)}
    ORDER BY created_at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`)
}

export async function countCards(db: Queryable, filter: CardFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM pricing.gift_cards WHERE ${conditions(filter)}`,
  )
  return total
}

function conditions({ status, q, now }: CardFilter): Sql {
  return sql`(${q}::text IS NULL OR hint = upper(${q}::text) OR position(lower(${q}::text) IN lower(note)) > 0)
    AND (${status}::text IS NULL OR ${status}::text = CASE
      WHEN disabled_at IS NOT NULL THEN 'disabled' WHEN expires_at <= ${now} THEN 'expired'
      WHEN balance_minor = 0 THEN 'spent' ELSE 'active' END)`
}

/** Disables a card, or enables it again. Null when there is none. */
export async function switchCard(tx: Tx, id: string, disabledAt: Date | null): Promise<GiftCardRow | null> {
  return await tx.maybe<GiftCardRow>(sql`
    UPDATE pricing.gift_cards SET disabled_at = ${disabledAt} WHERE id = ${id} RETURNING ${columns}`)
}
