// Fills an empty database: node seed.js '{"place": …, "products": "products.jsonl"}'
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const {
  bootstrap,
  JobQueueService,
  LanguageCode,
  RequestContextService,
  SearchService,
  TransactionalConnection,
} = require('@vendure/core')
const { populate } = require('@vendure/core/cli')
const { configFor } = require('./config.js')

const { place, products } = JSON.parse(process.argv[2])

const header = [
  ['name', (product) => product.name],
  ['slug', (product) => product.slug],
  ['description', (product) => product.description],
  ['assets', () => ''],
  ['facets', (product) => `category:${product.category}|brand:${product.brand}`],
  ['optionGroups', () => ''],
  ['optionValues', () => ''],
  ['sku', (product) => product.sku],
  ['price', (product) => product.price],
  ['taxCategory', () => 'standard'],
  ['stockOnHand', (product) => product.quantity],
  ['trackInventory', () => 'true'],
  ['variantAssets', () => ''],
  ['variantFacets', () => ''],
]

async function seed() {
  const rows = readFileSync(products, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const csv = join(__dirname, 'products.csv')
  const lines = rows.map((product) => header.map(([, read]) => `"${read(product)}"`).join(','))
  writeFileSync(csv, [header.map(([name]) => name).join(','), ...lines].join('\n'))

  const app = await populate(() => bootstrap(configFor({ place, seeding: true })), initialData(rows), csv)
  const context = await app.get(RequestContextService).create({ apiType: 'admin' })
  // One job a product, which the one over all of them makes needless.
  await query(app, `DELETE FROM job_record WHERE "queueName" = 'update-search-index'`)
  await app.get(JobQueueService).start()
  await quiet(app)
  await app.get(SearchService).reindex(context)
  await quiet(app)
  // The import itself says nothing about rows that it skips.
  const found = await count(app, 'search_index_item')
  const placed = await count(app, 'collection_product_variants_product_variant')
  if (found !== rows.length || placed < rows.length) {
    throw new Error(`Of ${rows.length} products ${found} can be found and ${placed} are in a category.`)
  }
  await app.close()
  process.exit(0)
}

/** Waits until every job is done. */
async function quiet(app) {
  while ((await count(app, `job_record WHERE state IN ('PENDING', 'RUNNING', 'RETRYING')`)) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function count(app, from) {
  const [row] = await query(app, `SELECT count(*)::int AS count FROM ${from}`)
  return row.count
}

function query(app, text) {
  return app.get(TransactionalConnection).rawConnection.query(text)
}

function initialData(rows) {
  const categories = [...new Set(rows.map((product) => product.category))]
  return {
    defaultLanguage: LanguageCode.en,
    defaultZone: 'Europe',
    taxRates: [{ name: 'Standard Tax', percentage: 20 }],
    shippingMethods: [{ name: 'Standard Shipping', price: 500 }],
    paymentMethods: [
      {
        name: 'Sandbox',
        handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] },
      },
    ],
    countries: [{ name: 'United Kingdom', code: 'GB', zone: 'Europe' }],
    collections: categories.map((name) => ({
      name,
      slug: name.toLowerCase(),
      filters: [{ code: 'facet-value-filter', args: { facetValueNames: [name], containsAny: false } }],
    })),
  }
}

seed().catch((error) => {
  console.error(error)
  process.exit(1)
})
