import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import type { DemoShop } from '../support/demo-shop.ts'
import { openVisitor, type Visitor, type VisitOptions } from '../support/visitor.ts'

export type Journey = {
  readonly demo: DemoShop
  /** Somebody new at the demo, or at the shop of another address. Gone after the test. */
  visit(options?: VisitOptions & { readonly url?: string }): Promise<Visitor>
}

/**
 * Tests in a browser. After each of them, no page of any visitor may have complained: no console error, no
 * violation of the content security policy, no request to another origin. Skipped where there is no browser.
 */
export function journey(name: string, tests: (journey: Journey) => void): void {
  const demo = inject('demo')
  if (demo === null) {
    it.skip(name)
    return
  }
  describe(name, () => {
    let browser: Browser
    const visitors: Visitor[] = []
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())
    afterEach(async ({ task }) => {
      const all = visitors.splice(0)
      if (task.result?.state === 'fail') await Promise.all(all.map(({ context }) => report(context)))
      await Promise.all(all.map(({ context }) => context.close()))
      expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
    })
    tests({
      demo,
      visit: async ({ url = demo.url, ...options } = {}) => {
        const visitor = await openVisitor(browser, url, options)
        visitors.push(visitor)
        return visitor
      },
    })
  })
}

/** Prints what the pages of a visitor show where a test failed: a locator that waited in vain does not say. */
async function report(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    const text = await page.innerText('body', { timeout: 2_000 }).catch(() => 'nothing to read')
    console.log(`${page.url()}\n${text.slice(0, 2_000)}\n`)
  }
}
