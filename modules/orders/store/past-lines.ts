import type { Orders } from '@rampart/contracts/orders.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type PastLine = ParsedInputOf<Orders, 'importPastLines'>['lines'][number]

/** Writes lines that are not there yet, by where they stand in the file. Answers how many these were. */
export async function insertPastLines(
  tx: Tx,
  source: string,
  currency: string,
  lines: readonly PastLine[],
): Promise<number> {
  const column = <K extends keyof PastLine>(key: K) => lines.map((line) => line[key])
  return tx.run(sql`
    INSERT INTO orders.past_lines (source, currency, line, invoice, sku, name, quantity, price_milli, customer, country,
      bought_at, flaws)
    SELECT ${source}, ${currency}, l.line, l.invoice, l.sku, l.name, l.quantity, l.price_milli, l.customer, l.country,
      l.bought_at, string_to_array(l.flaws, ',')
    FROM unnest(${column('line')}::int[], ${column('invoice')}::text[], ${column('sku')}::text[],
      ${column('name')}::text[], ${column('quantity')}::int[], ${column('price_milli')}::bigint[],
      ${column('customer')}::text[], ${column('country')}::text[], ${column('bought_at')}::timestamptz[],
      ${lines.map(({ flaws }) => flaws.join(','))}::text[])
      AS l (line, invoice, sku, name, quantity, price_milli, customer, country, bought_at, flaws)
    ON CONFLICT (source, line) DO NOTHING`)
}

export type PastBasket = {
  readonly source: string
  readonly invoice: string
  readonly customer: string | null
  readonly bought_at: string
  readonly skus: string[]
}

/** One page of what was sold in another shop, by invoice. Only lines that count as sold. */
export async function pageOfPastBaskets(
  db: Queryable,
  after: { readonly source: string; readonly invoice: string } | null,
  limit: number,
): Promise<PastBasket[]> {
  return db.many<PastBasket>(sql`
    SELECT source, invoice, min(customer) AS customer, min(bought_at) AS bought_at, array_agg(DISTINCT sku) AS skus
    FROM orders.past_lines
    WHERE flaws <@ '{no_customer,no_name}'
      AND (source, invoice) > (${after?.source ?? ''}, ${after?.invoice ?? ''})
    GROUP BY source, invoice
    ORDER BY source, invoice LIMIT ${limit}`)
}
