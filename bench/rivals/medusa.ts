import { join } from 'node:path'
import process from 'node:process'
import type { Agent } from 'undici'
import { sql } from '../../platform/db/sql.ts'
import { someAddress } from '../../tests/support/api.ts'
import { type Buy, ask, newEmail, Refused } from '../checkout.ts'
import type { Contestant, DatabasePlace } from './contestant.ts'
import { urlOf } from './database.ts'
import { installRival } from './install.ts'
import { SCARCE_SKU } from './products.ts'
import { runProgram } from './program.ts'

const CLI = 'node_modules/@medusajs/cli/cli.js'
const PRICE_AND_STOCK = '*variants.calculated_price,+variants.inventory_quantity'
// What a page shows, and no more; the fields that Medusa's own storefront asks for make it slower.
const LISTING = `fields=id,title,handle,thumbnail,${encodeURIComponent(PRICE_AND_STOCK)}`
const DETAIL = `fields=${encodeURIComponent(`${PRICE_AND_STOCK},*categories`)}`

export const medusa: Contestant = {
  title: 'Medusa 2.21.2',
  about:
    'one process with its default modules; "paid" is its built-in payment, which authorizes and does not capture',
  prepare: async (bench) => {
    const { folder, database } = await installRival(bench, 'medusa')
    await bench.database.seeded(database, async (place) => {
      const log = join(bench.cache, 'medusa-seed.log')
      const run = (...args: string[]): Promise<void> =>
        runProgram(process.execPath, { args: [CLI, ...args], cwd: folder, env: envFor(place) }, log)
      await run('db:migrate', '--execute-safe-links')
      await run('exec', './seed.js', bench.productsFile)
    })
    return database
  },
  programs: (bench, place, port) => [
    {
      args: [CLI, 'start', '--host', '127.0.0.1', '--port', String(port)],
      cwd: join(bench.cache, 'medusa'),
      env: envFor(place),
    },
  ],
  scene: async (db) => {
    const { token } = await db.one<{ token: string }>(sql`SELECT token FROM api_key WHERE type = 'publishable'
      AND token IN (SELECT a.token FROM api_key a JOIN publishable_api_key_sales_channel l ON l.publishable_key_id = a.id)
      ORDER BY created_at DESC LIMIT 1`)
    const region = await db.one<{ id: string }>(sql`SELECT id FROM region WHERE name = 'Shop'`)
    const categories = await db.many<{ id: string }>(sql`SELECT id FROM product_category ORDER BY name`)
    const products = await db.many<{ handle: string }>(
      sql`SELECT handle FROM product ORDER BY handle LIMIT 200`,
    )
    const variants = await db.many<{ id: string; sku: string }>(
      sql`SELECT id, sku FROM product_variant ORDER BY id`,
    )
    const headers = { 'x-publishable-api-key': token }
    const get = (path: string) => ({
      method: 'GET' as const,
      path: `/store/products?region_id=${region.id}&${path}`,
      headers,
    })
    return {
      listing: categories.flatMap(({ id }) =>
        [0, 20, 40, 60, 80].map((offset) =>
          get(`category_id[]=${id}&limit=20&offset=${String(offset)}&${LISTING}`),
        ),
      ),
      detail: products.map(({ handle }) => get(`handle=${handle}&limit=1&${DETAIL}`)),
      variants: variants.filter(({ sku }) => sku !== SCARCE_SKU).map(({ id }) => id),
      scarce: variants.find(({ sku }) => sku === SCARCE_SKU)?.id ?? '',
      buy: buyWith(headers, region.id),
    }
  },
  stock: (db, scarce) =>
    db.one(sql`
      SELECT coalesce((SELECT sum(i.quantity) FROM order_item i JOIN order_line_item l ON l.id = i.item_id
          JOIN "order" o ON o.id = i.order_id
          WHERE l.variant_id = ${scarce} AND o.canceled_at IS NULL AND i.deleted_at IS NULL), 0)::int AS sold,
        (SELECT sum(stocked_quantity - reserved_quantity) FROM inventory_level l
          JOIN inventory_item i ON i.id = l.inventory_item_id WHERE i.sku = ${SCARCE_SKU})::int AS left`),
}

function envFor(place: DatabasePlace): Record<string, string> {
  return { DATABASE_URL: urlOf(place), MEDUSA_DISABLE_TELEMETRY: 'true', LOG_LEVEL: 'error' }
}

function buyWith(headers: Readonly<Record<string, string>>, region: string): Buy {
  return async (url: string, agent: Agent, variant: string) => {
    const run = async (
      method: 'GET' | 'POST',
      path: string,
      body?: unknown,
    ): Promise<Record<string, unknown>> => {
      const answer = await ask(agent, method, `${url}/store${path}`, body, headers)
      if (answer.status >= 500) throw new Error(`${path} answered ${String(answer.status)}`)
      if (answer.status >= 400) throw new Refused(String(answer.body['message']))
      return answer.body
    }
    const { cart } = (await run('POST', '/carts', { region_id: region })) as { cart: { id: string } }
    await run('POST', `/carts/${cart.id}/line-items`, { variant_id: variant, quantity: 1 })
    const address = {
      first_name: 'Ada',
      last_name: 'Marlow',
      address_1: someAddress.street,
      city: someAddress.city,
      postal_code: someAddress.postal_code,
      country_code: someAddress.country.toLowerCase(),
    }
    await run('POST', `/carts/${cart.id}`, {
      email: newEmail(),
      shipping_address: address,
      billing_address: address,
    })
    const shipping = (await run('GET', `/shipping-options?cart_id=${cart.id}`)) as {
      shipping_options: { id: string }[]
    }
    await run('POST', `/carts/${cart.id}/shipping-methods`, { option_id: shipping.shipping_options[0]?.id })
    const payment = (await run('POST', '/payment-collections', { cart_id: cart.id })) as {
      payment_collection: { id: string }
    }
    await run('POST', `/payment-collections/${payment.payment_collection.id}/payment-sessions`, {
      provider_id: 'pp_system_default',
    })
    const { type, error } = await run('POST', `/carts/${cart.id}/complete`, {})
    if (type !== 'order')
      throw new Refused((error as { message?: string } | undefined)?.message ?? 'no order')
  }
}
