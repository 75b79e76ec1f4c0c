import { join } from 'node:path'
import process from 'node:process'
import type { Agent } from 'undici'
import { sql } from '../../platform/db/sql.ts'
import { someAddress } from '../../tests/support/api.ts'
import { ask, newEmail, Refused } from '../checkout.ts'
import type { Shot } from '../load.ts'
import type { Contestant } from './contestant.ts'
import { installRival } from './install.ts'
import { SCARCE_SKU } from './products.ts'
import { runProgram } from './program.ts'

const LISTING = `query ($input: SearchInput!) { search(input: $input) { totalItems items {
  productId productName slug currencyCode productAsset { preview }
  priceWithTax { ... on PriceRange { min max } ... on SinglePrice { value } } } } }`

const DETAIL = `query ($slug: String!) { product(slug: $slug) { id name slug description featuredAsset { preview }
  collections { id name slug } optionGroups { id name options { id name } }
  variants { id name sku priceWithTax currencyCode stockLevel options { id name } } } }`

const ORDER =
  '__typename ... on Order { id code state totalWithTax } ... on ErrorResult { errorCode message }'

export const vendure: Contestant = {
  title: 'Vendure 3.7.3',
  about:
    'one server and one worker; its listing does not tell what is in stock; "paid" is its dummy payment handler',
  prepare: async (bench) => {
    const { folder, database } = await installRival(bench, 'vendure')
    await bench.database.seeded(database, async (place) => {
      const args = ['seed.js', JSON.stringify({ place, products: bench.productsFile })]
      await runProgram(process.execPath, { args, cwd: folder, env }, join(bench.cache, 'vendure-seed.log'))
    })
    return database
  },
  programs: (bench, place, port) =>
    ['server.js', 'worker.js'].map((file) => ({
      args: [file, JSON.stringify({ place, port })],
      cwd: join(bench.cache, 'vendure'),
      env,
    })),
  scene: async (db) => {
    const collections = await db.many<{ slug: string }>(sql`
      SELECT slug FROM collection_translation WHERE slug NOT LIKE '%root%' ORDER BY slug`)
    const products = await db.many<{ slug: string }>(
      sql`SELECT slug FROM product_translation ORDER BY slug LIMIT 200`,
    )
    const variants = await db.many<{ id: string; sku: string }>(
      sql`SELECT id::text, sku FROM product_variant ORDER BY id`,
    )
    return {
      listing: collections.flatMap(({ slug }) =>
        [0, 20, 40, 60, 80].map((skip) =>
          query(LISTING, { input: { take: 20, skip, groupByProduct: true, collectionSlug: slug } }),
        ),
      ),
      detail: products.map(({ slug }) => query(DETAIL, { slug })),
      variants: variants.filter(({ sku }) => sku !== SCARCE_SKU).map(({ id }) => id),
      scarce: variants.find(({ sku }) => sku === SCARCE_SKU)?.id ?? '',
      buy,
    }
  },
  stock: (db, scarce) =>
    db.one(sql`
      SELECT coalesce((SELECT sum(l.quantity) FROM order_line l JOIN "order" o ON o.id = l."orderId"
          WHERE l."productVariantId" = ${scarce} AND o.state = 'PaymentSettled'), 0)::int AS sold,
        (SELECT sum("stockOnHand" - "stockAllocated") FROM stock_level WHERE "productVariantId" = ${scarce})::int AS left`),
}

const env = { VENDURE_DISABLE_TELEMETRY: 'true' }

function query(text: string, variables: unknown): Shot {
  const body = JSON.stringify({ query: text, variables })
  return { method: 'POST', path: '/shop-api', headers: { 'content-type': 'application/json' }, body }
}

async function buy(url: string, agent: Agent, variant: string): Promise<void> {
  let token: string | undefined
  const run = async <T>(field: string, text: string, variables: unknown): Promise<T> => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const answer = await ask(agent, 'POST', `${url}/shop-api`, { query: text, variables }, headers)
    token ??= answer.headers['vendure-auth-token'] as string | undefined
    const { data, errors } = answer.body as { data?: Record<string, unknown>; errors?: { message: string }[] }
    if (answer.status >= 500 || errors !== undefined)
      throw new Error(errors?.[0]?.message ?? String(answer.status))
    const result = data?.[field] as T & { errorCode?: string }
    if (typeof result.errorCode === 'string') throw new Refused(result.errorCode)
    return result
  }
  const change = (
    field: string,
    type: string,
    input: unknown,
    argument: string,
  ): Promise<{ state?: string }> =>
    run(field, `mutation ($value: ${type}) { ${field}(${argument}) { ${ORDER} } }`, { value: input })

  await change('addItemToOrder', 'ID!', variant, 'productVariantId: $value, quantity: 1')
  const customer = { firstName: 'Ada', lastName: 'Marlow', emailAddress: newEmail() }
  await change('setCustomerForOrder', 'CreateCustomerInput!', customer, 'input: $value')
  const { full_name, street, city, postal_code, country } = someAddress
  const address = {
    fullName: full_name,
    streetLine1: street,
    city,
    postalCode: postal_code,
    countryCode: country,
  }
  await change('setOrderShippingAddress', 'CreateAddressInput!', address, 'input: $value')
  const methods = await run<{ id: string }[]>(
    'eligibleShippingMethods',
    '{ eligibleShippingMethods { id } }',
    {},
  )
  await change('setOrderShippingMethod', '[ID!]!', [methods[0]?.id], 'shippingMethodId: $value')
  await change('transitionOrderToState', 'String!', 'ArrangingPayment', 'state: $value')
  const payments = await run<{ code: string }[]>(
    'eligiblePaymentMethods',
    '{ eligiblePaymentMethods { code } }',
    {},
  )
  const payment = { method: payments[0]?.code, metadata: {} }
  const { state } = await change('addPaymentToOrder', 'PaymentInput!', payment, 'input: $value')
  if (state !== 'PaymentSettled') throw new Error(`the order is ${String(state)}`)
}
