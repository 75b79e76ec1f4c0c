import { expect, it } from 'vitest'
import { rememberedFor, signInAsStaff } from './back-office.ts'
import { journey } from './journey.ts'

journey('somebody of the staff', ({ demo, visit }) => {
  it('finds an order and opens it with the keyboard alone', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('100001')
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /100001/ })
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/admin\/orders\/[0-9a-f-]+$/)
    await page.getByRole('heading', { level: 1, name: /100001/ }).waitFor()
  })

  it('keeps the language and the appearance that were chosen', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/account')
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  it('is out after signing out, in every tab', async () => {
    const { page, context } = await visit({ expected: [/status of 401/] })
    await signInAsStaff(page, demo.owner)
    const before = await context.cookies()
    await page.getByRole('button', { name: /Robin Owner/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL(/\/admin\/sign-in/)
    await page.goto('/admin/orders')
    await page.waitForURL(/\/admin\/sign-in/)
    // Whoever kept the cookie has kept nothing, in every process a second later.
    await context.addCookies(before)
    await expect
      .poll(
        async () =>
          (await page.request.get('/api/v1/auth/me', { headers: { 'x-audience': 'staff' } })).status(),
        {
          timeout: 5_000,
        },
      )
      .toBe(401)
    await page.waitForTimeout(1_000)
    await page.goto('/admin/orders')
    await page.waitForURL(/\/admin\/sign-in/)
  })

  it('comes back to the page that was asked for', async () => {
    const { page } = await visit({ expected: [/status of 401/] })
    await page.goto('/admin/inventory')
    await page.waitForURL(/\/admin\/sign-in/)
    await rememberedFor(page, demo.url, demo.owner)
    await page.getByLabel('E-mail address').fill(demo.owner.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(demo.owner.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Inventory' }).waitFor()
  })
})
