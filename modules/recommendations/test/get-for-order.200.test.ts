import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customer, openScene } from './scene.ts'

type Answer = {
  block: { kind: string; items: { product: { name: string }; reason: { type: string } }[] } | null
}

let scene: Awaited<ReturnType<typeof openScene>>
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.close())

async function sell(times: number, products: string[], customer_id?: string): Promise<void> {
  for (let count = 0; count < times; count++)
    await scene.paid(scene.order(products, { customer_id: customer_id ?? newId() }))
}

async function shown(product_ids: string[], customer_id: string | null = null) {
  const input = { customer_id, product_ids, limit: 3 }
  const { block }: Answer = await scene.call('getForOrder', input, { caller: 'notifications' })
  return block === null ? null : [block.kind, ...block.items.map(({ product }) => product.name)]
}

test('a mail shows what is bought together with the order, never what is sold out or in it', async () => {
  const [pot, tea, cup] = [scene.article('pot'), scene.article('tea'), scene.article('cup', false)]
  await sell(4, [pot, tea, cup])
  await scene.runJob('train', {})
  expect(await shown([pot])).toEqual(['bought_together', 'tea'])
  expect(await shown([pot, tea])).toBeNull()
})

test('a customer is told of what they may like, and nothing that they have', async () => {
  const [pot, tea, cup] = ['pot', 'tea', 'cup'].map((name) => scene.article(name, true, name)) as [
    string,
    string,
    string,
  ]
  const [ada, eve] = [newId(), newId()]
  for (let count = 0; count < 8; count++) {
    const someone = newId()
    await sell(1, [tea], someone)
    await sell(1, [cup], someone)
  }
  await sell(1, [tea], ada)
  await sell(1, [tea], eve)
  await scene.runJob('train', {})
  expect(await shown([pot], ada)).toEqual(['for_you', 'cup'])
  // Who does not want to be remembered is shown what everybody is, and still not what they have.
  await scene.call('setViewMemory', { remember: false }, { principal: customer(eve) })
  expect(await shown([pot], eve)).toEqual(['popular', 'cup'])
})

test('a fresh shop shows what is like it, else what is new; only the mails ask', async () => {
  const pot = scene.article('pot')
  scene.article('kettle')
  expect(await shown([pot])).toEqual(['similar', 'kettle'])
  const input = { customer_id: null, product_ids: [pot], limit: 3 }
  await expect(scene.call('getForOrder', input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
