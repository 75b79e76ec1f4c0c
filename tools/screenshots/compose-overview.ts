import type { Browser, Page } from 'playwright-core'
import type { DemoShop } from '../../tests/support/demo-shop.ts'
import { savePng } from './save-picture.ts'
import { orderPath } from './shots.ts'
import { takeShot } from './take-shot.ts'

/** A page that lays two screenshots side by side, as framed windows on a quiet ground. */
function overviewPage(left: Buffer, right: Buffer): string {
  const source = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`
  return `<!doctype html><style>
    body { margin: 0; display: flex; gap: 24px; padding: 24px; background: #eceae6 }
    img { display: block; width: 0; flex: 1; min-width: 0; border-radius: 8px;
      box-shadow: 0 0 0 1px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / 10%) }
  </style><img src="${source(left)}"><img src="${source(right)}">`
}

/** The README's first picture: the shop beside the back office. Answers the size of the file in bytes. */
export async function composeOverview(
  browser: Browser,
  guest: Page,
  owner: Page,
  demo: DemoShop,
  file: string,
): Promise<number> {
  const left = await takeShot(guest, demo, { path: '/' })
  const right = await takeShot(owner, demo, { path: orderPath })
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: 1.25 })
  await page.setContent(overviewPage(left, right))
  const png = await page.locator('body').screenshot()
  await page.close()
  return savePng(png, file)
}
