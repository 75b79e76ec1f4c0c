import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { journey } from './journey.ts'

type Focus = { readonly name: string; readonly visible: boolean }

/** What has the focus: its words, and whether it can be seen that it does. */
const focused = `(() => {
  const element = document.activeElement
  const name = (element.getAttribute('aria-label') || element.innerText || element.value || '').trim()
  const around = [element, element.parentElement, element.closest('label')].filter(Boolean)
  const drawn = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  const visible = around.some((each) => drawn(getComputedStyle(each)) || drawn(getComputedStyle(each, '::after')))
  return { name, visible }
})()`

/** Presses Tab until something with these words has the focus. Every stop on the way must be visible. */
async function tabTo(page: Page, words: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key)
    const { name, visible }: Focus = await page.evaluate(focused)
    expect(visible, `the focus on “${name}” at ${page.url()}`).toBe(true)
    if (words.test(name)) return
    seen.push(name)
  }
  throw new Error(`Tab never came to ${words}, only to ${seen.join(', ')}`)
}

journey('with the keyboard alone', ({ visit }) => {
  it('leads from the first page to the bank', async () => {
    const { page } = await visit()
    await page.goto('/')
    await tabTo(page, /^Skip to content$/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Shop everything$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'All products' }).waitFor()
    await tabTo(page, /Marigold mug/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Marigold mug' }).waitFor()
    await tabTo(page, /^Add to cart$/)
    await page.keyboard.press('Enter')
    await page.getByText('Added to your cart').waitFor()
    await page.getByRole('button', { name: 'Add to cart' }).waitFor()
    await tabTo(page, /^Check out$/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Checkout' }).waitFor()
    for (const [label, text] of [
      ['E-mail', 'keys@example.com'],
      ['Full name', 'Kay Board'],
      ['Street and number', '1 Tab Row'],
      ['Postal code', 'LS1 5QS'],
      ['Town or city', 'Leeds'],
      ['Country', 'United K'],
    ] as const) {
      await tabToField(page, label)
      await page.keyboard.type(text)
    }
    await tabTo(page, /^Place order/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/pay\/sandbox\//)
    await tabTo(page, /^Approve$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Thank you, Kay Board' }).waitFor()
  })
})

/** Presses Tab until the field with this label has the focus. */
async function tabToField(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const { visible }: Focus = await page.evaluate(focused)
    expect(visible, `the focus at ${page.url()} on the way to “${label}”`).toBe(true)
    const text = await page.evaluate<string>('document.activeElement.labels?.[0]?.innerText ?? ""')
    if (text.startsWith(label)) return
  }
  throw new Error(`Tab never came to the field “${label}”.`)
}
