import { expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { openOrder, signInAsStaff, waitForWords } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, newEmail, orderNumber } from './buying.ts'
import { journey } from './journey.ts'

journey('what comes back', ({ demo, visit }) => {
  it('is asked for by a guest, taken in by staff piece by piece, and paid back', async () => {
    const email = newEmail()
    // A form without a piece is refused.
    const guest = await visit({ expected: [/status of 400/] })
    await addToCart(guest.page, 'marigold-mug')
    await addToCart(guest.page, 'marigold-mug')
    await checkOutAsGuest(guest.page, email)
    await decide(guest.page, 'Approve')
    await guest.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    const number = await orderNumber(guest.page)
    const order = guest.page.url()

    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await openOrder(page, number)
    await page.getByLabel('Internal note').fill('Rang twice. Nice person.')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Rang twice. Nice person.').first().waitFor()
    await page.getByRole('button', { name: 'Mark as shipped' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as shipped' }).click()
    await page.getByRole('button', { name: 'Mark as delivered' }).click()
    await waitForWords(page, 'The order is marked as delivered')

    await guest.page.goto(order)
    expect(await guest.page.getByText('Nice person').count()).toBe(0)
    await guest.page.getByRole('link', { name: 'Return something' }).click()
    await guest.page.getByRole('heading', { level: 1, name: 'Return something' }).waitFor()
    await guest.page.getByRole('button', { name: 'Ask for the return' }).click()
    await guest.page.getByText('Choose at least one piece').waitFor()
    await guest.page.getByLabel('Pieces of Marigold mug').selectOption('2')
    await guest.page.getByLabel('Reason').selectOption('changed_mind')
    await guest.page.getByRole('button', { name: 'Ask for the return' }).click()
    const title = guest.page.getByRole('heading', { level: 1, name: /^Return R-\d+/ })
    await title.waitFor()
    const returned = /R-\d+/.exec(await title.innerText())?.[0] ?? ''
    expect((await receiveMail(demo.dataDir, 'order-return', email)).subject).toContain(returned)

    await page
      .getByRole('link', { name: /^Returns/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('Address for returns').fill('Returns\n1 Mill Lane\nYork')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await waitForWords(page, 'The settings are saved')
    await page.getByRole('table').getByRole('link', { name: returned }).click()
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByLabel('A word to the buyer').fill('Please use the box.')
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await waitForWords(page, 'The return is approved')

    await guest.page.reload()
    await guest.page.getByRole('heading', { name: 'Return label' }).waitFor()
    await guest.page.getByText('1 Mill Lane').waitFor()
    await guest.page.getByText('Please use the box.').waitFor()

    await page.getByRole('button', { name: 'It has arrived' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'It has arrived' }).click()
    await page.getByRole('button', { name: 'Inspect' }).click()
    await page.getByLabel('As new', { exact: true }).fill('1')
    await page.getByLabel('Damaged', { exact: true }).fill('1')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await waitForWords(page, 'The inspection is noted')
    await page.getByRole('button', { name: 'Pay back' }).click()
    await page.getByLabel('Pay back less').fill('1.50')
    await page.getByRole('dialog').getByRole('button', { name: 'Refund $1.50' }).click()
    await waitForWords(page, 'The refund is on its way')
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.getByRole('heading', { level: 1, name: returned }).waitFor()
          return page.getByText('Paid back', { exact: true }).count()
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0)

    await guest.page.goto(order)
    await guest.page.getByText('2 pieces paid back: $1.50').waitFor()
    await guest.page.getByRole('button', { name: 'Buy again' }).click()
    await guest.page.getByRole('heading', { level: 1, name: 'Your cart' }).waitFor()
    await guest.page.getByRole('main').getByRole('link', { name: 'Marigold mug' }).waitFor()
  })
})
