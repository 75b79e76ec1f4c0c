import type { Page } from 'playwright-core'

export type Made = {
  readonly id: string
  readonly status: string
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly variants: readonly {
    readonly id: string
    readonly sku: string
    readonly available: number
    readonly price: { readonly amount: string }
  }[]
}

/** Asks the API with the session of somebody of the staff. @throws where it refuses */
export async function send(page: Page, method: string, path: string, data?: object): Promise<unknown> {
  const headers = { origin: new URL(page.url()).origin, 'x-audience': 'staff' }
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, headers, ...(data && { data }) })
  if (!answer.ok()) throw new Error(`${method} ${path} was refused: ${await answer.text()}`)
  return answer.status() === 204 ? null : answer.json()
}

/**
 * Makes a product for one journey, published at 20.00 unless `fields` say otherwise. It has so many pieces that the list
 * of what runs low stays as other journeys expect it.
 */
export async function makeProduct(page: Page, name: string, fields: object = {}): Promise<Made> {
  const sku = name.toUpperCase().replaceAll(' ', '-')
  const plain = 'variants' in fields ? {} : { sku, price: '20.00', initial_quantity: 500 }
  return (await send(page, 'POST', 'products', { name, ...plain, ...fields })) as Made
}

export async function readProduct(page: Page, id: string): Promise<Made> {
  return (await send(page, 'GET', `products/${id}`)) as Made
}

/** Takes products out of the shop again. */
export async function archiveProducts(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) await send(page, 'DELETE', `products/${id}`)
}
