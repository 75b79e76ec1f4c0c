import type { BrowserContext, Page } from 'playwright-core'
import { nextCode } from '../support/authenticator.ts'
import type { Account } from '../support/demo-shop.ts'
import { rememberedFor } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, newEmail } from './buying.ts'
import type { Journey } from './journey.ts'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** People in the middle of things, and the addresses of what is theirs. */
export type Scene = {
  readonly states: Readonly<Record<'guest' | 'shopper' | 'owner', State>>
  readonly paymentPath: string
  readonly returnPath: string
  readonly trackingPath: string
  readonly addressPath: string
  readonly sharedWishlistPath: string
  readonly staffOrderPath: string
  readonly deliveredPath: string
  readonly newReturnPath: string
  /** Of one that is approved: it has a label. */
  readonly guestReturnPath: string
  /** Of one that has arrived. */
  readonly staffReturnPath: string
  readonly staffProductPath: string
  readonly promotionPath: string
  readonly giftCardPath: string
}

/** A guest with a waiting order and a full cart, a shopper with an address, the owner with an order to send. */
export async function setScene({ demo, visit }: Journey): Promise<Scene> {
  const guest = await visit()
  await addToCart(guest.page, 'marigold-mug')
  await checkOutAsGuest(guest.page, newEmail())
  const paymentPath = new URL(guest.page.url()).pathname
  await guest.page.getByRole('link', { name: 'Walk away' }).click()
  await guest.page.waitForURL('/')
  const paid = await visit()
  await addToCart(paid.page, 'harbour-crew-tee', ['L'])
  await checkOutAsGuest(paid.page, newEmail())
  await decide(paid.page, 'Approve')
  await paid.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
  const tracking = new URL(paid.page.url())
  await addToCart(guest.page, 'marigold-mug')
  for (const name of ['Marigold mug', 'Pebble tealight holder']) {
    await guest.page.goto(`/p/${name.toLowerCase().replaceAll(' ', '-')}`)
    await guest.page.getByRole('button', { name: `Compare: ${name}` }).click()
    await guest.page.getByRole('button', { name: `Do not compare: ${name}` }).waitFor()
  }

  const delivered = await visit()
  await addToCart(delivered.page, 'harbour-crew-tee', ['L'])
  for (let mugs = 0; mugs < 2; mugs += 1) await addToCart(delivered.page, 'marigold-mug')
  await checkOutAsGuest(delivered.page, newEmail())
  await decide(delivered.page, 'Approve')
  await delivered.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
  const sent = new URL(delivered.page.url())

  const shopper = await visit()
  await openSession(shopper.page, demo.url, 'session', demo.shopper)
  const address = await post(shopper.page, `${demo.url}/api/v1/addresses`, {
    label: 'Home',
    full_name: 'Sam Shopper',
    street: '1 Mill Lane',
    city: 'York',
    postal_code: 'YO1 7HH',
    country: 'GB',
  })
  const shelf = `${demo.url}/api/v1/products?q=`
  for (const words of ['Willow', 'Isola', 'Meridian']) {
    const product_id = await firstId(shopper.page, shelf + words)
    await post(shopper.page, `${demo.url}/api/v1/wishlist`, { product_id })
  }
  const share = await post(shopper.page, `${demo.url}/api/v1/wishlist/share`, {})
  const owner = await visit()
  await rememberedFor(owner.page, demo.url, demo.owner)
  await openSession(owner.page, demo.url, 'staff/session', demo.owner)
  const promotion = await postAsStaff(owner.page, `${demo.url}/api/v1/promotions`, welcome)
  await postAsStaff(owner.page, `${demo.url}/api/v1/promotions/${promotion.id}/coupons`, { code: 'WELCOME' })
  const code = await nextCode(demo.owner.totp_secret)
  await postAsStaff(owner.page, `${demo.url}/api/v1/auth/step-up`, { code })
  const giftCard = await postAsStaff(owner.page, `${demo.url}/api/v1/gift-cards`, { amount: '50.00' })
  const returns = await sendBack(delivered.page, owner.page, demo.url, sent)
  return {
    states: {
      guest: await guest.context.storageState(),
      shopper: await shopper.context.storageState(),
      owner: await owner.context.storageState(),
    },
    paymentPath,
    returnPath: `/checkout/return?order_id=${await waitingOrder(owner.page, demo.url)}`,
    trackingPath: tracking.pathname + tracking.search,
    addressPath: `/account/addresses/${address.id}`,
    sharedWishlistPath: `/wishlist/shared/${share.token ?? ''}`,
    deliveredPath: sent.pathname + sent.search,
    ...returns,
    staffOrderPath: `/admin/orders/${tracking.pathname.split('/').at(-1) ?? ''}`,
    promotionPath: `/admin/promotions/${promotion.id}`,
    giftCardPath: `/admin/gift-cards/${giftCard.id}`,
    staffProductPath: `/admin/products/${await firstId(owner.page, `${demo.url}/api/v1/manage/products?q=Willow`)}`,
  }
}

/** Signs in without the form, as the form does it. */
async function openSession(page: Page, url: string, path: string, account: Account): Promise<void> {
  const { email, password } = account
  await post(page, `${url}/api/v1/auth/${path}`, { email, password })
}

/** A rule with a code, which no cart of the other pages has. */
const welcome = {
  name: 'Welcome',
  needs_coupon: true,
  minimum: { pieces: 2, value: null },
  action: {
    kind: 'tiered',
    tiers: [2, 5].map((pieces) => ({
      from: { pieces },
      gain: { kind: 'percentage', percent: String(pieces * 2), at_most: null },
    })),
  },
}

async function postAsStaff(page: Page, url: string, data: object): Promise<{ id: string }> {
  return post(page, url, data, { 'x-audience': 'staff' })
}

async function post(
  page: Page,
  url: string,
  data: object,
  more: Record<string, string> = {},
): Promise<{ id: string; token?: string }> {
  const headers = { origin: new URL(url).origin, ...more }
  const answer = await page.request.post(url, { data, headers })
  if (!answer.ok()) throw new Error(`${url} was refused: ${await answer.text()}`)
  return (await answer.json()) as { id: string; token?: string }
}

/** An order that was delivered, a return of it that is approved and one that has arrived; one piece is left. */
async function sendBack(
  guest: Page,
  owner: Page,
  url: string,
  sent: URL,
): Promise<Pick<Scene, 'newReturnPath' | 'guestReturnPath' | 'staffReturnPath'>> {
  const id = sent.pathname.split('/').at(-1) ?? ''
  const token = sent.searchParams.get('token') ?? ''
  const at = (path: string) => `${url}/api/v1${path}`
  const address = 'Returns\n1 Mill Lane\nYork YO1 7HH'
  await owner.request.put(at('/returns/settings'), {
    data: { period_days: 30, address },
    headers: { origin: new URL(url).origin },
  })
  for (const status of ['shipped', 'delivered'])
    await post(owner, at(`/orders/${id}/update_status`), { status })
  const answer = await guest.request.get(at(`/orders/${id}?token=${encodeURIComponent(token)}`))
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const begun: string[] = []
  for (const { id: line_id } of items) {
    const lines = [{ line_id, quantity: 1, reason: 'does_not_fit' }]
    const note = 'It is smaller than I thought.'
    const { id: returnId } = await post(guest, at(`/orders/${id}/returns`), { token, lines, note })
    await post(owner, at(`/returns/${returnId}/approve`), { note: 'Please use the box it came in.' })
    begun.push(returnId)
  }
  await post(owner, at(`/returns/${begun[1] ?? ''}/receive`), {})
  return {
    newReturnPath: `${sent.pathname}/return?token=${encodeURIComponent(token)}`,
    guestReturnPath: `${sent.pathname}/returns/${begun[0] ?? ''}?token=${encodeURIComponent(token)}`,
    staffReturnPath: `/admin/returns/${begun[1] ?? ''}`,
  }
}

async function firstId(page: Page, url: string): Promise<string> {
  const answer = await page.request.get(url, { headers: { 'x-audience': 'staff' } })
  const { items } = (await answer.json()) as { items: { id: string }[] }
  if (items[0] === undefined) throw new Error(`There is nothing at ${url}.`)
  return items[0].id
}

async function waitingOrder(page: Page, url: string): Promise<string> {
  return firstId(page, `${url}/api/v1/orders?status=pending_payment`)
}
