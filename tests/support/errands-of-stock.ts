import { randomUUID } from 'node:crypto'
import { call, done, type Errand, type Stage } from './errands.ts'

const MAIN_LOCATION = '00000000-0000-7000-8000-000000000001'

async function location(stage: Stage): Promise<string> {
  const body = { name: `Place ${randomUUID()}` }
  const { token } = stage.owner
  return String((await done(stage, 'POST', '/inventory/locations', { token, body }))['id'])
}

async function stockTake(stage: Stage): Promise<string> {
  const { token } = stage.owner
  const body = { name: 'Spring', csv: 'sku,counted\nNO-SUCH,1\n' }
  return String((await done(stage, 'POST', '/inventory/stock-takes', { token, body }))['id'])
}

/** Calls about stock. */
export const errandsOfStock: Readonly<Record<string, Errand>> = {
  'inventory.adjustStock': async (stage) => {
    const path = `/inventory/${stage.article.variant_id}/adjust`
    return Promise.resolve(call(stage, 'POST', path, { token: stage.owner.token, body: { delta: 1 } }))
  },
  'inventory.adjustMany': async (stage) => {
    const body = { changes: [{ variant_id: stage.article.variant_id, delta: 1 }] }
    return Promise.resolve(call(stage, 'POST', '/inventory/adjust', { token: stage.owner.token, body }))
  },
  'inventory.renameLocation': async (stage) => {
    const body = { name: `Other ${randomUUID()}` }
    const path = `/inventory/locations/${await location(stage)}`
    return call(stage, 'PATCH', path, { token: stage.owner.token, body })
  },
  'inventory.closeLocation': async (stage) =>
    call(stage, 'DELETE', `/inventory/locations/${await location(stage)}`, { token: stage.owner.token }),
  'inventory.transferStock': async (stage) => {
    const way = { from_location_id: MAIN_LOCATION, to_location_id: await location(stage) }
    const path = `/inventory/${stage.article.variant_id}/transfer`
    return call(stage, 'POST', path, { token: stage.owner.token, body: { ...way, quantity: 1 } })
  },
  'inventory.createStockTake': async (stage) => {
    const body = { name: 'Spring', csv: 'sku,counted\nNO-SUCH,1\n' }
    return Promise.resolve(call(stage, 'POST', '/inventory/stock-takes', { token: stage.owner.token, body }))
  },
  'inventory.applyStockTake': async (stage) => {
    const path = `/inventory/stock-takes/${await stockTake(stage)}/apply`
    return call(stage, 'POST', path, { token: stage.owner.token, body: {} })
  },
  'inventory.discardStockTake': async (stage) => {
    const path = `/inventory/stock-takes/${await stockTake(stage)}/discard`
    return call(stage, 'POST', path, { token: stage.owner.token, body: {} })
  },
}
