import { pdfPages, pdfText } from '@rampart/platform/testing/pdf-text.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPapers } from './paper-scene.ts'
import { customer, homeAddress, notFound, staff, twoLines } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPapers>>
beforeAll(async () => void (shop = await openPapers()))
afterAll(() => shop.close())

const clerk = staff()
const lines = (text: string) => text.split('\n')

test('a pick list holds what is not packed yet, each article once', async () => {
  const article = twoLines()
  const [one, other] = [
    await shop.place(customer(), { lines: article }),
    await shop.place(customer(), { lines: article }),
  ]
  for (const { id } of [one, other]) await shop.pay(id)
  await shop.pack(clerk, one.id, { lines: [{ item_id: one.items[0]!.id, quantity: 1 }] })
  const text = lines(pdfText(await shop.print(clerk, 'pick_list', [one, other])))
  expect(text).toContain('Pick list')
  const at = text.indexOf('SHIRT')
  // One of the first order is packed: 1 of it and 2 of the second are left.
  expect(text.slice(at, at + 3)).toEqual(['SHIRT', 'Shirt, M', '3'])
  expect(text.join(' ')).toContain(`${one.number} (1), ${other.number} (2)`)
  expect(text.filter((line) => line === 'CAP')).toHaveLength(1)
  expect(text.join(' ')).not.toContain('15.00')
})

test('a slip for each parcel says what lies in it and where it goes, in the language asked for', async () => {
  const address = {
    ...homeAddress,
    full_name: 'Дмитрий Щукин',
    street: 'Λεωφόρος Αθηνών 5',
    phone: '+44 117',
  }
  const order = await shop.place(customer(), {
    shipping_address: address,
    note: 'Ring twice',
    lines: twoLines().map((line) => ({ ...line, product_name: `${line.product_name} ₹` })),
  })
  await shop.pay(order.id)
  const whole = pdfPages(await shop.print(clerk, 'packing_slip', [order]))
  expect(whole).toHaveLength(1)
  await shop.pack(clerk, order.id, { lines: [{ item_id: order.items[0]!.id, quantity: 1 }] })
  await shop.pack(clerk, order.id)
  const slips = pdfPages(await shop.print(clerk, 'packing_slip', [order], 'de'))
  expect(slips).toHaveLength(2)
  for (const slip of slips)
    for (const words of [
      'Lieferschein',
      address.full_name,
      address.street,
      'Shirt ₹, M',
      'Hinweis: Ring twice',
    ])
      expect(slip).toContain(words)
  expect(slips[0]).not.toContain('Cap')
  expect(slips[1]).toContain('Cap')
  expect(slips.join()).not.toContain('+44 117')
  await shop.step(clerk, order.id, 'shipped')
  expect(pdfPages(await shop.print(clerk, 'packing_slip', [order]))).toHaveLength(2)
})

test('several orders make a page each, and those not to be sent none', async () => {
  const orders = [await shop.paid(), await shop.paid()]
  expect(pdfPages(await shop.print(clerk, 'packing_slip', orders))).toHaveLength(2)
  const unpaid = await shop.place(customer())
  await expect(shop.print(clerk, 'packing_slip', [orders[0]!, unpaid])).rejects.toMatchObject(notFound)
  await expect(shop.print(clerk, 'label', orders)).rejects.toMatchObject({ status: 400 })
  await expect(shop.print(clerk, 'pick_list', [])).rejects.toMatchObject({ status: 400 })
  await expect(shop.print(customer(), 'pick_list', orders)).rejects.toMatchObject({ status: 403 })
})

test('sellers print what they sold, and nothing of others', async () => {
  const ana = staff(['orders:own'])
  const mixed = await shop.place(customer(), {
    note: 'For the shop',
    lines: twoLines().map((line, index) => ({ ...line, seller_id: index === 0 ? ana.id : null })),
  })
  await shop.pay(mixed.id)
  for (const paper of ['pick_list', 'packing_slip']) {
    const text = pdfText(await shop.print(ana, paper, [mixed]))
    expect(text).toContain('Shirt')
    expect(text).not.toContain('Cap')
    expect(text).not.toContain('For the shop')
    await expect(shop.print(ana, paper, [await shop.paid()])).rejects.toMatchObject(notFound)
  }
})
