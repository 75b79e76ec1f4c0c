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

const answers: readonly (readonly [label: string, text: string])[] = [
  ['E-mail', 'keys@example.com'],
  ['Full name', 'Kay Board'],
  ['Street and number', '1 Tab Row'],
  ['Postal code', 'LS1 5QS'],
  ['Town or city', 'Leeds'],
  ['Country', 'United K'],
]

/** Presses Tab until something with these words has the focus, and answers each field that is asked for. */
async function fillOnTheWay(page: Page, words: RegExp): Promise<void> {
  const filled: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const { name, visible }: Focus = await page.evaluate(focused)
    expect(visible, `the focus on “${name}” at ${page.url()}`).toBe(true)
    if (words.test(name)) {
      expect(filled.toSorted()).toEqual(answers.map(([label]) => label).toSorted())
      return
    }
    const asked = await page.evaluate<string>('document.activeElement.labels?.[0]?.innerText ?? ""')
    const answer = answers.find(([label]) => asked.startsWith(label))
    if (answer === undefined) continue
    await page.keyboard.type(answer[1])
    filled.push(answer[0])
  }
  throw new Error(`Tab never came to ${words}.`)
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
    await fillOnTheWay(page, /^Place order/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/pay\/sandbox\//)
    await page.getByRole('button', { name: 'Approve', exact: true }).waitFor()
    await tabTo(page, /^Approve$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Thank you, Kay Board' }).waitFor()
  })
})
