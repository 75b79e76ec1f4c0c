import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { customersModule } from '../module.ts'

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => void (h = await testModule(customersModule)))
afterAll(() => h.close())

const HOME = {
  full_name: 'Ada Lovelace',
  street: '12 St James Square',
  city: 'London',
  postal_code: 'SW1Y 4JH',
  country: 'GB',
}
type Saved = { id: string; label: string; is_default: boolean; address: Record<string, string> }

/** A customer of a test's own. */
function shopper() {
  const principal: Principal = { kind: 'customer', id: newId(), session_id: newId(), guest_token: null }
  const call = (operation: string, input: object) => h.call(operation, input, { principal })
  return {
    call,
    save: (extra: object = {}): Promise<Saved> => call('createAddress', { ...HOME, ...extra }),
    list: async (): Promise<Saved[]> => ((await call('listAddresses', {})) as { items: Saved[] }).items,
  }
}

test('the first address is the default; another can become it', async () => {
  const ada = shopper()
  const home = await ada.save({ label: 'Home' })
  expect(home).toMatchObject({ label: 'Home', is_default: true, address: HOME })
  expect(await ada.save({ label: 'Studio' })).toMatchObject({ is_default: false })
  const work = await ada.save({ label: 'Work', is_default: true, company: 'Analytical Engines' })
  expect((await ada.list()).map((one) => [one.label, one.is_default])).toEqual([
    ['Work', true],
    ['Studio', false],
    ['Home', false],
  ])
  const back = await ada.call('updateAddress', {
    address_id: home.id,
    ...HOME,
    city: 'Paris',
    country: 'FR',
    is_default: true,
  })
  expect(back).toMatchObject({ is_default: true, label: '', address: { city: 'Paris', country: 'FR' } })
  expect((await ada.list()).find((one) => one.id === work.id)?.is_default).toBe(false)
})

test('replacing leaves the default as it was, and what is left out is gone', async () => {
  const ada = shopper()
  const saved = await ada.save({ street2: 'Second floor' })
  const replaced: Saved = await ada.call('updateAddress', { address_id: saved.id, ...HOME })
  expect(replaced.is_default).toBe(true)
  expect(replaced.address).toEqual(HOME)
  expect(await ada.call('updateAddress', { address_id: saved.id, ...HOME, is_default: false })).toMatchObject(
    { is_default: false },
  )
})

test('when the default is removed the newest takes its place', async () => {
  const ada = shopper()
  const first = await ada.save()
  await ada.save({ label: 'older' })
  await ada.save({ label: 'newest' })
  await ada.call('deleteAddress', { address_id: first.id })
  expect((await ada.list()).map((one) => [one.label, one.is_default])).toEqual([
    ['newest', true],
    ['older', false],
  ])
})

test('another customer’s address is not there: 404, and nothing happens to it', async () => {
  const [ada, eve] = [shopper(), shopper()]
  const saved = await ada.save()
  expect(await eve.list()).toEqual([])
  for (const address_id of [saved.id, newId()]) {
    await expect(eve.call('updateAddress', { address_id, ...HOME, is_default: true })).rejects.toMatchObject({
      status: 404,
    })
    await expect(eve.call('deleteAddress', { address_id })).rejects.toMatchObject({ status: 404 })
  }
  expect(await ada.list()).toEqual([saved])
})

test('guests and staff have no addresses here', async () => {
  await expect(h.call('listAddresses', {})).rejects.toMatchObject({ status: 401 })
  const staff: Principal = {
    kind: 'staff',
    id: newId(),
    session_id: newId(),
    role: 'super_admin',
    permissions: ['*:*'],
  }
  await expect(h.call('createAddress', HOME, { principal: staff })).rejects.toMatchObject({ status: 403 })
})

test('many saved at once: one default, and never more than 50', async () => {
  const ada = shopper()
  const settled = await Promise.allSettled(Array.from({ length: 60 }, () => ada.save({ is_default: true })))
  const refused = settled.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(10)
  for (const one of refused)
    expect(one.reason).toMatchObject({ code: 'CUSTOMERS_TOO_MANY_ADDRESSES', status: 409 })
  const saved = await ada.list()
  expect(saved).toHaveLength(50)
  expect(saved.filter((one) => one.is_default)).toHaveLength(1)
})

test('each change leaves one audit entry, without the address', async () => {
  const ada = shopper()
  const before = (await h.events()).length
  const saved = await ada.save()
  await ada.call('updateAddress', { address_id: saved.id, ...HOME })
  await ada.call('deleteAddress', { address_id: saved.id })
  const entries = (await h.events()).slice(before)
  expect(entries.map((event) => (event.payload as { action: string }).action)).toEqual([
    'customers.address_created',
    'customers.address_updated',
    'customers.address_deleted',
  ])
  expect(JSON.stringify(entries)).not.toContain('Square')
})
