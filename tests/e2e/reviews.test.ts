import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { signInAsStaff, waitForWords } from './back-office.ts'
import { journey } from './journey.ts'
import { buy, reviewInQueue, reviewOn, signUp } from './reviewing.ts'

const SLUG = 'pantry-bamboo-jar'

// Whatever of it were markup somewhere would leave its trace: a word in the window, a complaint in the console.
const hostile =
  '<script>window.struck = 1</script><img src=x onerror="window.struck = 2"> [link](javascript:x) & <b>bold</b>'
const headline = `</script><i>Tight lid</i> ${crypto.randomUUID().slice(0, 8)}`

const photo = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#a04030' } })
    .withExif({ IFD0: { Copyright: 'secret-place' } })
    .jpeg()
    .toBuffer()

const widthOf = (image: Locator) =>
  image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth)
const struck = (page: Page) => page.evaluate(() => (globalThis as { struck?: number }).struck ?? 0)

async function write(page: Page, slug: string, fields: { stars: number; headline: string; text: string }) {
  await page.goto(`/p/${slug}/review`)
  await page.getByRole('radio', { name: `${String(fields.stars)} star` }).check()
  await page.getByLabel('Headline').fill(fields.headline)
  await page.getByRole('textbox', { name: 'Your review', exact: true }).fill(fields.text)
  await page.getByLabel('Name beside your review').fill('<u>Ada</u>')
}

journey('reviews', ({ demo, visit }) => {
  it('are written with a photo by who bought, read by a moderator, seen by all, found helpful, reported and answered', async () => {
    const { page } = await visit({ expected: [/status of 400/] })
    const email = await signUp(page, demo.dataDir)
    await buy(page, SLUG)
    await write(page, SLUG, { stars: 4, headline, text: hostile })
    await page.getByLabel('Add photos').setInputFiles([
      { name: 'no-picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload=alert(1)>') },
      { name: 'jar.jpg', mimeType: 'image/jpeg', buffer: await photo() },
    ])
    const refusal = page.waitForResponse((answer) => answer.url().endsWith('/photos'))
    await page.getByRole('button', { name: 'Send review' }).click()
    expect((await refusal).status()).toBe(400)
    await page.getByText('no-picture.jpg cannot be shown').waitFor()
    await page.getByRole('button', { name: 'Remove photo 1' }).click()
    await page.getByRole('button', { name: 'Send review' }).click()
    await page.waitForURL(/\/account\/reviews\?sent=1$/)
    await page.getByText('Being read').waitFor()
    const own = page.getByRole('img', { name: 'Photo 1 of your review' })
    await expect.poll(() => widthOf(own)).toBe(640)
    const stored = await page.request.get((await own.getAttribute('src')) ?? '')
    expect((await stored.body()).includes('secret-place')).toBe(false)
    const privateAddress = new URL(stored.url()).pathname

    const reader = await visit()
    await reader.page.goto(`/p/${SLUG}`)
    expect(await reviewOn(reader.page, headline).count()).toBe(0)
    expect((await reader.page.request.get(privateAddress)).status()).toBe(401)

    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    await staff.page.goto('/admin/reviews')
    const waiting = reviewInQueue(staff.page, headline)
    await waiting.getByText(hostile, { exact: true }).waitFor()
    await waiting.getByText('Bought here').waitFor()
    await waiting.getByRole('button', { name: 'Photo 1 by <u>Ada</u>' }).click()
    const large = staff.page.getByRole('dialog').locator('img')
    await expect.poll(() => widthOf(large)).toBe(640)
    await staff.page.keyboard.press('Escape')
    expect(await struck(staff.page)).toBe(0)
    await waiting.getByRole('button', { name: /^Publish/ }).click()
    await waitForWords(staff.page, 'The review is published')

    const mail = await receiveMail(demo.dataDir, 'review-decided', email)
    expect(mail.subject).toContain('is published')
    expect(mail.text).not.toContain('struck')

    await reader.page.goto(`/p/${SLUG}?review_stars=4`)
    const shown = reviewOn(reader.page, headline)
    await shown.getByText(hostile, { exact: true }).waitFor()
    await shown.getByText('Bought here').waitFor()
    // The photos follow their review in a moment of their own.
    const seen = shown.getByRole('img', { name: 'Photo 1 of the review by <u>Ada</u>' })
    await expect.poll(() => reader.page.reload().then(() => seen.count())).toBe(1)
    await seen.scrollIntoViewIfNeeded()
    await expect.poll(() => widthOf(seen)).toBeGreaterThan(0)
    expect(await struck(reader.page)).toBe(0)
    const histogram = reader.page.getByRole('list', { name: 'How many gave how many stars' })
    expect(await histogram.getByRole('link', { name: '4 stars of 5: 1' }).getAttribute('aria-current')).toBe(
      'true',
    )
    const facts = await reader.page.locator('script[type="application/ld+json"]').first().textContent()
    expect(JSON.parse(facts ?? '')).toMatchObject({
      aggregateRating: { reviewCount: 1 },
      review: [{ name: headline, reviewBody: hostile, author: { name: '<u>Ada</u>' } }],
    })

    await reader.page.getByRole('button', { name: /^Helpful: review by/ }).click()
    await reader.page.waitForURL(/\/sign-in\?next=/)
    await reader.page.getByLabel('E-mail').fill(demo.shopper.email)
    await reader.page.getByRole('textbox', { name: 'Password' }).fill(demo.shopper.password)
    await reader.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await reader.page.waitForURL(new RegExp(`/p/${SLUG}`))
    await shown.getByRole('button', { name: /^Helpful/, pressed: false }).click()
    await shown.getByRole('button', { name: /1 vote/, pressed: true }).waitFor()
    await shown.getByRole('link', { name: /^Report/ }).click()
    await reader.page.getByRole('radio', { name: 'It is advertising' }).check()
    await reader.page.getByLabel('Anything else').fill(hostile)
    await reader.page.getByRole('button', { name: 'Report' }).click()
    await reader.page.getByText('Somebody will look at it').waitFor()

    await staff.page.goto('/admin/reviews?show=reported')
    const reported = reviewInQueue(staff.page, headline)
    await reported.getByText(`Advertising: ${hostile}`).waitFor()
    await reported.getByRole('button', { name: /^Answer/ }).click()
    await staff.page.getByRole('textbox', { name: 'Answer' }).fill('Thank <i>you</i>.')
    await staff.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await waitForWords(staff.page, 'The answer is saved')
    await reported.getByRole('button', { name: /^Keep published/ }).click()
    await waitForWords(staff.page, 'The review is published')
    expect(await struck(staff.page)).toBe(0)
    await reader.page.goto(`/p/${SLUG}`)
    await shown.getByText('Thank <i>you</i>.', { exact: true }).waitFor()
  })

  it('are filtered by stars, sorted, and paged without script', async () => {
    const { page } = await visit({ javaScript: false })
    await page.goto('/p/marigold-mug')
    const articles = page.locator('#reviews article')
    const all = await articles.count()
    expect(all).toBeGreaterThan(3)
    await page.getByRole('link', { name: /^5 stars of 5: \d/ }).click()
    await expect.poll(() => articles.count()).toBeLessThan(all)
    await page.getByRole('link', { name: 'Show all reviews' }).click()
    await page.getByRole('link', { name: 'Worst first' }).click()
    await page.getByRole('link', { name: 'Worst first' }).and(page.locator('[aria-current]')).waitFor()
    expect(await articles.first().getByRole('img').first().getAttribute('aria-label')).toBe('1 star of 5')
    await page.getByRole('link', { name: 'Most helpful' }).click()
    await articles.first().getByText('The yellow makes the morning').waitFor()
  })
})
