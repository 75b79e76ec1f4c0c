import type { Page } from 'playwright-core'
import type { DemoShop } from '../../tests/support/demo-shop.ts'

export type Look = { readonly width: 1280 | 390; readonly height: number; readonly theme: 'light' | 'dark' }

/** How each page is photographed. */
export const looks: readonly Look[] = [
  { width: 1280, height: 800, theme: 'light' },
  { width: 1280, height: 800, theme: 'dark' },
  { width: 390, height: 844, theme: 'light' },
  { width: 390, height: 844, theme: 'dark' },
]

export type Shot = {
  readonly name: string
  readonly who: 'guest' | 'owner'
  readonly path: string | ((page: Page, demo: DemoShop) => Promise<string>)
}

/** The pages that are photographed. */
export const shots: readonly Shot[] = [
  { name: 'home', who: 'guest', path: '/' },
  { name: 'product', who: 'guest', path: '/p/willow-smocked-midi-dress' },
  { name: 'checkout', who: 'guest', path: '/checkout' },
  { name: 'admin-orders', who: 'owner', path: '/admin/orders' },
  { name: 'admin-product', who: 'owner', path: productPath },
]

type List = { readonly items: readonly { readonly id: string }[] }

async function firstId(page: Page, { url }: DemoShop, path: string): Promise<string> {
  const answer = await page.request.get(`${url}/api/v1${path}`, { headers: { 'x-audience': 'staff' } })
  const { items } = (await answer.json()) as List
  if (items[0] === undefined) throw new Error(`There is nothing at ${path}.`)
  return items[0].id
}

async function productPath(page: Page, demo: DemoShop): Promise<string> {
  return `/admin/products/${await firstId(page, demo, '/manage/products?q=Willow')}`
}

/** An order that has been shipped: its page shows the most. */
export async function orderPath(page: Page, demo: DemoShop): Promise<string> {
  return `/admin/orders/${await firstId(page, demo, '/orders?status=shipped')}`
}
