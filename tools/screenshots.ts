// `npm run screenshots`: opens the demo in Chromium and takes the pictures of docs/images/ anew.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../tests/support/browser.ts'
import { type DemoShop, startDemo } from '../tests/support/demo-shop.ts'
import { root } from './run.ts'
import { composeOverview } from './screenshots/compose-overview.ts'
import { saveWebp } from './screenshots/save-picture.ts'
import { looks, type Look, shots } from './screenshots/shots.ts'
import { openGuest, openOwner, takeShot } from './screenshots/take-shot.ts'

const folder = join(root, 'docs', 'images')

async function takeAll(browser: Browser, demo: DemoShop, look: Look): Promise<void> {
  const guest = await openGuest(browser, demo, look)
  const owner = await openOwner(browser, demo, look)
  for (const shot of shots) {
    const page = shot.who === 'owner' ? owner : guest
    const file = join(folder, `${shot.name}-${look.width}-${look.theme}.webp`)
    const size = await saveWebp(await takeShot(page, demo, shot), file)
    console.log(`${file.slice(root.length + 1)} (${Math.round(size / 1024)} kB)`)
  }
  if (look.width === 1280 && look.theme === 'light') {
    const size = await composeOverview(browser, guest, owner, demo, join(folder, 'overview.png'))
    console.log(`docs/images/overview.png (${Math.round(size / 1024)} kB)`)
  }
  await guest.context().close()
  await owner.context().close()
}

await mkdir(folder, { recursive: true })
const { demo, stop } = await startDemo()
try {
  const browser = await openBrowser()
  try {
    for (const look of looks) await takeAll(browser, demo, look)
  } finally {
    await browser.close()
  }
} finally {
  await stop()
}
