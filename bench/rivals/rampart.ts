import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { sql } from '../../platform/db/sql.ts'
import { purchase } from '../checkout.ts'
import type { Bench, Contestant, DatabasePlace, Program } from './contestant.ts'
import { urlOf } from './database.ts'
import { SCARCE_SKU } from './products.ts'
import { runProgram } from './program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const masterKey = randomBytes(32).toString('base64')

/** This project, with so many serving processes. */
export function rampart(processes: number): Contestant {
  return {
    title: processes === 1 ? 'Rampart, 1 process' : 'Rampart',
    about: `${String(processes)} serving process${processes === 1 ? '' : 'es'} below a supervisor; "paid" is the sandbox bank's approval`,
    prepare,
    programs: (bench, place, port) => [
      program(bench, place, ['start'], { PORT: String(port), WEB_CONCURRENCY: String(processes) }),
    ],
    scene: async (db) => {
      const categories = await db.many<{ slug: string }>(
        sql`SELECT slug FROM catalog.categories ORDER BY slug`,
      )
      const products = await db.many<{ slug: string }>(
        sql`SELECT slug FROM catalog.products ORDER BY slug LIMIT 200`,
      )
      const variants = await db.many<{ id: string; sku: string }>(
        sql`SELECT id, sku FROM catalog.variants ORDER BY id`,
      )
      return {
        listing: categories.flatMap(({ slug }) =>
          [1, 2, 3, 4, 5].map((page) => ({
            method: 'GET' as const,
            path: `/api/v1/products?category=${slug}&page=${String(page)}&page_size=20`,
          })),
        ),
        detail: products.map(({ slug }) => ({
          method: 'GET' as const,
          path: `/api/v1/products/by-slug/${slug}`,
        })),
        variants: variants.filter(({ sku }) => sku !== SCARCE_SKU).map(({ id }) => id),
        scarce: variants.find(({ sku }) => sku === SCARCE_SKU)?.id ?? '',
        buy: purchase,
      }
    },
    stock: async (db, scarce) =>
      db.one(sql`
        SELECT coalesce((SELECT sum(i.quantity) FROM orders.items i JOIN orders.orders o ON o.id = i.order_id
            WHERE i.variant_id = ${scarce} AND o.status NOT IN ('pending_payment', 'cancelled')), 0)::int AS sold,
          (SELECT on_hand - reserved FROM inventory.levels WHERE variant_id = ${scarce})::int AS left`),
  }
}

// Imported in every run, because this code and its schema change from day to day.
let prepared: Promise<string> | undefined

function prepare(bench: Bench): Promise<string> {
  return (prepared ??= importProducts(bench))
}

async function importProducts(bench: Bench): Promise<string> {
  await bench.database.forget('rampart_shop')
  await bench.database.seeded('rampart_shop', async (place) => {
    const importing = program(bench, place, ['catalog', 'import', bench.productsFile, '--restart'], {})
    await runProgram(process.execPath, importing, join(bench.cache, 'rampart-import.log'))
  })
  return 'rampart_shop'
}

function program(
  bench: Bench,
  place: DatabasePlace,
  args: readonly string[],
  env: Record<string, string>,
): Program {
  return {
    args: [join(root, 'apps/server/cli.ts'), ...args],
    cwd: root,
    env: {
      DATABASE_URL: urlOf(place),
      DATA_DIR: join(bench.cache, 'rampart'),
      MASTER_KEY: masterKey,
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      ...env,
    },
  }
}
