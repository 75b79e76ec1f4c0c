import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { journey } from './journey.ts'
import { type PageRow, pages } from './pages.ts'
import { type Scene, setScene } from './scene.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const widths = [1280, 390]
const themes = ['light', 'dark'] as const

journey('every page', (shop) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene(shop)
  })

  it.each(pages)('has no accessibility violation and fits a small screen: $name', async (row) => {
    const { page } = await shop.visit({
      state: scene.states[row.who],
      ...(row.expected === undefined ? {} : { expected: [row.expected] }),
    })
    await page.goto(addressOf(row, scene), { waitUntil: 'networkidle' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await row.then?.(page)
    await page.evaluate(axe.source)
    const found: string[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        for (const violation of await lastingViolations(page))
          found.push(`${width} ${colorScheme}: ${violation}`)
      }
    }
    expect(found).toEqual([])

    expect(await widthOn(page, 360)).toBeLessThanOrEqual(360)
  })

  it.each(pages.filter(({ then }) => then === undefined))(
    'fits a small screen in German: $name',
    async (row) => {
      const { page } = await shop.visit({
        locale: 'de-DE',
        state: scene.states[row.who],
        ...(row.expected === undefined ? {} : { expected: [row.expected] }),
      })
      await page.goto(addressOf(row, scene), { waitUntil: 'networkidle' })
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('de')
      expect(await widthOn(page, 360)).toBeLessThanOrEqual(360)
    },
  )
})

function addressOf({ path }: PageRow, scene: Scene): string {
  return typeof path === 'string' ? path : path(scene)
}

/** How wide the page is on a screen of this width, in CSS pixels. */
async function widthOn(page: Page, width: number): Promise<unknown> {
  await page.setViewportSize({ width, height: 800 })
  await rest(page)
  return page.evaluate('document.documentElement.scrollWidth')
}

/** Waits until nothing moves: a colour on its way to another is neither. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    .then(() => Promise.allSettled(document.getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
      .map((animation) => animation.finished)))`)
}

/** Those that are still there a moment later: a browser in a hurry paints a new appearance late. */
async function lastingViolations(page: Page): Promise<string[]> {
  await rest(page)
  const first = await violations(page)
  if (first.length === 0) return first
  await page.waitForTimeout(500)
  await rest(page)
  return violations(page)
}

async function violations(page: Page): Promise<string[]> {
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }
  const results: axe.AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id} at ${target.join(' ')}: ${html.slice(0, 160)}`),
  )
}
