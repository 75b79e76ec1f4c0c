// Fills a migrated database: medusa exec ./seed.js products.jsonl
const { readFileSync } = require('node:fs')
const { ContainerRegistrationKeys, Modules } = require('@medusajs/framework/utils')
const flows = require('@medusajs/medusa/core-flows')

const BATCH = 100

exports.default = async function seed({ container, args }) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result
  const rows = readFileSync(args[0], 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

  const { channel, location, profile } = await openShop(container, run)
  const names = [...new Set(rows.map((row) => row.category))]
  const categories = await run(flows.createProductCategoriesWorkflow, {
    product_categories: names.map((name) => ({ name, is_active: true })),
  })
  const categoryOf = new Map(categories.map((category) => [category.name, category.id]))
  for (let start = 0; start < rows.length; start += BATCH) {
    const products = rows.slice(start, start + BATCH).map((row) => ({
      title: row.name,
      handle: row.slug,
      description: row.description,
      status: 'published',
      category_ids: [categoryOf.get(row.category)],
      shipping_profile_id: profile.id,
      sales_channels: [{ id: channel.id }],
      options: [{ title: 'Size', values: ['One size'] }],
      variants: [
        {
          title: 'One size',
          sku: row.sku,
          manage_inventory: true,
          options: { Size: 'One size' },
          prices: [{ amount: Number(row.price), currency_code: 'usd' }],
        },
      ],
    }))
    await run(flows.createProductsWorkflow, { products })
  }
  const inventory = container.resolve(Modules.INVENTORY)
  const items = await inventory.listInventoryItems({}, { select: ['id', 'sku'], take: rows.length })
  const quantityOf = new Map(rows.map((row) => [row.sku, row.quantity]))
  for (let start = 0; start < items.length; start += BATCH) {
    await run(flows.createInventoryLevelsWorkflow, {
      inventory_levels: items.slice(start, start + BATCH).map((item) => ({
        location_id: location.id,
        inventory_item_id: item.id,
        stocked_quantity: quantityOf.get(item.sku),
      })),
    })
  }
}

/** One region, one warehouse, one way to ship, the payment that always succeeds. */
async function openShop(container, run) {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [channel] = await run(flows.createSalesChannelsWorkflow, { salesChannelsData: [{ name: 'Web' }] })
  await run(flows.updateStoresWorkflow, {
    selector: { id: store.id },
    update: {
      supported_currencies: [{ currency_code: 'usd', is_default: true }],
      default_sales_channel_id: channel.id,
    },
  })
  const [region] = await run(flows.createRegionsWorkflow, {
    regions: [
      { name: 'Shop', currency_code: 'usd', countries: ['gb'], payment_providers: ['pp_system_default'] },
    ],
  })
  await run(flows.createTaxRegionsWorkflow, [
    {
      country_code: 'gb',
      provider_id: 'tp_system',
      default_tax_rate: { rate: 20, code: 'std', name: 'Standard' },
    },
  ])
  const [location] = await run(flows.createStockLocationsWorkflow, {
    locations: [
      { name: 'Warehouse', address: { address_1: '1 Dock Road', city: 'Bristol', country_code: 'GB' } },
    ],
  })
  const [known] = await fulfillment.listShippingProfiles({ type: 'default' })
  const [profile] = known
    ? [known]
    : await run(flows.createShippingProfilesWorkflow, { data: [{ name: 'Default', type: 'default' }] })
  const delivery = await fulfillment.createFulfillmentSets({
    name: 'Delivery',
    type: 'shipping',
    service_zones: [{ name: 'Everywhere', geo_zones: [{ country_code: 'gb', type: 'country' }] }],
  })
  const warehouse = { [Modules.STOCK_LOCATION]: { stock_location_id: location.id } }
  await link.create({ ...warehouse, [Modules.FULFILLMENT]: { fulfillment_provider_id: 'manual_manual' } })
  await link.create({ ...warehouse, [Modules.FULFILLMENT]: { fulfillment_set_id: delivery.id } })
  await run(flows.createShippingOptionsWorkflow, [
    {
      name: 'Standard Shipping',
      price_type: 'flat',
      provider_id: 'manual_manual',
      service_zone_id: delivery.service_zones[0].id,
      shipping_profile_id: profile.id,
      type: { label: 'Standard', description: 'Standard', code: 'standard' },
      prices: [
        { currency_code: 'usd', amount: 5 },
        { region_id: region.id, amount: 5 },
      ],
      rules: [
        { attribute: 'enabled_in_store', value: 'true', operator: 'eq' },
        { attribute: 'is_return', value: 'false', operator: 'eq' },
      ],
    },
  ])
  await run(flows.linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel.id] })
  const [key] = await run(flows.createApiKeysWorkflow, {
    api_keys: [{ title: 'Web', type: 'publishable', created_by: '' }],
  })
  await run(flows.linkSalesChannelsToApiKeyWorkflow, { id: key.id, add: [channel.id] })
  return { channel, location, profile }
}
