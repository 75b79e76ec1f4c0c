import type { Browser, Page } from 'playwright-core'
import type { DemoShop } from '../../tests/support/demo-shop.ts'
import type { Look, Shot } from './shots.ts'

async function openPage(browser: Browser, { url }: DemoShop, { width, height, theme }: Look): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1.5,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
  })
  return context.newPage()
}

/** A shopper with two things in the cart. */
export async function openGuest(browser: Browser, demo: DemoShop, look: Look): Promise<Page> {
  const page = await openPage(browser, demo, look)
  for (const slug of ['brae-chunky-bobble-hat', 'marigold-mug']) {
    await page.goto(`/p/${slug}`)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByText('Added to your cart').waitFor()
  }
  return page
}

/** The owner, signed in at the back office. */
export async function openOwner(browser: Browser, demo: DemoShop, look: Look): Promise<Page> {
  const page = await openPage(browser, demo, look)
  await page.context().addCookies([{ name: 'rampart_device', value: demo.owner.device_token, url: demo.url }])
  const signedIn = await page.request.post(`${demo.url}/api/v1/auth/staff/session`, {
    data: { email: demo.owner.email, password: demo.owner.password },
    headers: { origin: demo.url },
  })
  if (!signedIn.ok()) throw new Error(`The owner could not sign in: ${await signedIn.text()}`)
  return page
}

/** Opens a page and photographs what stands on the first screen, as PNG. */
export async function takeShot(page: Page, demo: DemoShop, { path }: Pick<Shot, 'path'>): Promise<Buffer> {
  await page.goto(typeof path === 'string' ? path : await path(page, demo), { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(async () => {
    const { document } = globalThis as unknown as { document: PageDocument }
    await document.fonts.ready
    await Promise.all(
      [...document.images].filter((image) => image.loading !== 'lazy').map((image) => image.decode()),
    )
  })
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}

/** The little of a browser's document that is used; this program is checked without the browser's types. */
type PageDocument = {
  readonly fonts: { readonly ready: Promise<unknown> }
  readonly images: Iterable<{ readonly loading: string; decode(): Promise<void> }>
}
