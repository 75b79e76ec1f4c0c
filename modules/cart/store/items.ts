import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../owner.ts'
import type { Code } from '../domain/codes.ts'
import { ownedBy } from './carts.ts'

/** What an article was called when it was put into the cart. */
export type SeenArticle = {
  readonly product_id: string
  readonly product_slug: string
  readonly product_name: string
  readonly sku: string
  readonly options: Readonly<Record<string, string>>
}

export type ItemRow = {
  readonly id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price_minor: number
  /** What that was in; null: the shop's own currency. */
  readonly seen_currency: string | null
  readonly seen: SeenArticle
}

export type CartRow = {
  readonly id: string
  readonly currency: string | null
  readonly codes: readonly Code[]
  readonly items: readonly ItemRow[]
}

/** The owner's cart, if it is the one named (null: whichever it is), with its lines, oldest first; else null. */
export async function findCart(
  db: Queryable,
  owner: Owner,
  cartId: string | null = null,
): Promise<CartRow | null> {
  const rows = await db.many<
    { cart_id: string; cart_currency: string | null; codes: Code[] } & (ItemRow | { readonly id: null })
  >(sql`
    SELECT c.id AS cart_id, c.currency AS cart_currency, c.codes, i.id, i.variant_id, i.quantity, i.unit_price_minor,
      i.seen_currency, i.seen
    FROM cart.carts c LEFT JOIN cart.items i ON i.cart_id = c.id
    WHERE ${ownedBy(owner)} AND (${cartId}::uuid IS NULL OR c.id = ${cartId}::uuid)
    ORDER BY i.added_at, i.id`)
  const [first] = rows
  if (first === undefined) return null
  const items = rows.filter((row) => row.id !== null)
  return { id: first.cart_id, currency: first.cart_currency, codes: first.codes, items }
}

export type NewItem = {
  readonly id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price_minor: number
  readonly seen_currency: string
  readonly seen: SeenArticle
}

/**
 * Adds a line to a cart that is locked, or lets the line of that article grow. False, and nothing done, when the
 * line would then hold more than `most` pieces, or the cart more than `maxLines` lines.
 */
export async function addToItem(
  tx: Tx,
  cartId: string,
  item: NewItem,
  limits: { readonly most: number; readonly maxLines: number },
  now: Date,
): Promise<boolean> {
  const changed = await tx.run(sql`
    INSERT INTO cart.items (id, cart_id, variant_id, quantity, unit_price_minor, seen_currency, seen, added_at)
    SELECT ${item.id}::uuid, ${cartId}::uuid, ${item.variant_id}::uuid, ${item.quantity}::integer,
      ${item.unit_price_minor}::bigint, ${item.seen_currency}::text, ${JSON.stringify(item.seen)}::jsonb, ${now}::timestamptz
    WHERE ${item.quantity}::integer <= ${limits.most}::integer
      AND (SELECT count(*) FROM cart.items
        WHERE cart_id = ${cartId} AND variant_id <> ${item.variant_id}) < ${limits.maxLines}
    ON CONFLICT (cart_id, variant_id) DO UPDATE
    SET quantity = items.quantity + excluded.quantity, unit_price_minor = excluded.unit_price_minor,
      seen_currency = excluded.seen_currency, seen = excluded.seen
    WHERE items.quantity + excluded.quantity <= ${limits.most}::integer`)
  return changed > 0
}

/** Whether a cart holds as many other articles as a cart may. */
export async function isFull(tx: Tx, cartId: string, variantId: string, maxLines: number): Promise<boolean> {
  const { full } = await tx.one<{ full: boolean }>(sql`
    SELECT count(*) >= ${maxLines} AS full FROM cart.items WHERE cart_id = ${cartId} AND variant_id <> ${variantId}`)
  return full
}

/** Sets the pieces of a line of the owner's cart. Null when there is no such line. */
export async function setItem(
  tx: Tx,
  owner: Owner,
  item: {
    readonly id: string
    readonly quantity: number
    readonly unit_price_minor: number
    readonly seen_currency: string
  },
): Promise<string | null> {
  const row = await tx.maybe<{ cart_id: string }>(sql`
    UPDATE cart.items i SET quantity = ${item.quantity}, unit_price_minor = ${item.unit_price_minor},
      seen_currency = ${item.seen_currency}
    FROM cart.carts c
    WHERE i.id = ${item.id} AND c.id = i.cart_id AND ${ownedBy(owner)}
    RETURNING i.cart_id`)
  return row?.cart_id ?? null
}

/** Takes a line out of the owner's cart. Null when there is no such line. */
export async function deleteItem(tx: Tx, owner: Owner, id: string): Promise<string | null> {
  const row = await tx.maybe<{ cart_id: string }>(sql`
    DELETE FROM cart.items i USING cart.carts c
    WHERE i.id = ${id} AND c.id = i.cart_id AND ${ownedBy(owner)}
    RETURNING i.cart_id`)
  return row?.cart_id ?? null
}
