import { backgroundContext } from '../platform/contract/call-context.ts'
import { newId } from '../platform/crypto/ids.ts'
import { openBeside } from '../tests/support/shelf.ts'

/**
 * The statement that writes so many made-up baskets of 9,000 buyers, the same ones in every run.
 * Neighbours in an order that means nothing are bought together; those in front most of all.
 */
export function basketsText(baskets: number): string {
  return `
    WITH p AS MATERIALIZED (
      SELECT array_agg(id ORDER BY md5(slug)) AS ids, count(*)::integer AS n FROM catalog.products
    )
    INSERT INTO recommendations.baskets (order_id, customer_id, product_ids, bought_at)
    SELECT uuidv7(), CASE WHEN drawn.n % 5 = 0 THEN NULL ELSE md5('buyer' || drawn.n % 9000)::uuid END,
      ARRAY(
        SELECT DISTINCT p.ids[1 + (drawn.at + step * (1 + drawn.n % 3)) % p.n]
        FROM generate_series(0, 1 + drawn.n % 5) AS step),
      now() - interval '1 minute' * (drawn.n * 5)
    FROM p CROSS JOIN LATERAL (
      SELECT n, floor(p.n * power(${drawnBy('basket')}, 3))::integer AS at FROM generate_series(1, ${String(baskets)}) AS n
    ) AS drawn`
}

/** SQL for a number from 0 to below 1 that looks random and belongs to `n`: `random()` would be another in every run. */
export function drawnBy(what: string): string {
  return `(('x' || substr(md5('${what}' || n), 1, 8))::bit(32)::bigint / 4294967296.0)`
}

/** Trains the recommendations of a running shop beside its server, as its job does. Answers the seconds it took. */
export async function trainBeside(dataDir: string): Promise<number> {
  const beside = await openBeside(dataDir)
  try {
    const train = beside.assembly.parts.get('recommendations')?.jobs?.['train']
    if (train === undefined) throw new Error('The recommendations have no job that trains them.')
    const begin = performance.now()
    await train({}, { call: backgroundContext(newId(), 600_000), now: () => new Date(), attempt: 1 })
    return (performance.now() - begin) / 1_000
  } finally {
    await beside.close()
  }
}
