import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { pdf, plain } from '../support/hostile-files.ts'
import { signInAsStaff } from './back-office.ts'
import { journey } from './journey.ts'

// A file that is refused is answered with 400, which the browser writes down.
const refused = [/status of 400/]

journey('files', ({ demo, visit }) => {
  const asShopper = async (page: Page): Promise<void> => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(demo.shopper.email)
    await page.locator('input[name=password]').fill(demo.shopper.password)
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await page.goto('/account/files')
    await page.getByRole('heading', { level: 1, name: 'Your files' }).waitFor()
  }
  const choose = async (
    page: Page,
    button: string,
    files: { name: string; buffer: Buffer }[],
  ): Promise<void> => {
    const asked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: button }).click()
    // What a sender claims counts for nothing: all of them claim the same.
    await (await asked).setFiles(files.map((file) => ({ ...file, mimeType: 'image/png' })))
  }
  const downloaded = async (page: Page, press: () => Promise<void>): Promise<Buffer> => {
    const download = page.waitForEvent('download')
    await press()
    return readFile(await (await download).path())
  }

  it('a customer keeps some, is told why one is not taken, fetches one and deletes one', async () => {
    const { page } = await visit({ expected: refused })
    await asShopper(page)
    const picture = await plain(300, 200).png().toBuffer()
    await choose(page, 'Choose files', [
      { name: 'scratch.png', buffer: picture },
      { name: 'template.pdf', buffer: pdf() },
      { name: 'page.png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      { name: 'half.png', buffer: picture.subarray(0, 200) },
    ])
    await page.getByText('scratch.png: uploaded.').waitFor()
    await page.getByText('template.pdf: uploaded.').waitFor()
    await page.getByText('page.png: only pictures (JPEG, PNG, WebP, AVIF) and PDF documents').waitFor()
    await page.getByText('half.png: this picture is broken').waitFor()
    const items = page.getByRole('main').getByRole('listitem')
    await expect.poll(() => items.filter({ hasText: /scratch\.png|template\.pdf/ }).count()).toBe(2)
    expect(await items.filter({ hasText: /page\.png|half\.png/ }).count()).toBe(0)

    const fetched = await downloaded(page, () =>
      page.getByRole('link', { name: 'Download scratch.png' }).click(),
    )
    expect(await sharp(fetched).metadata()).toMatchObject({ format: 'png', width: 300, height: 200 })
    await page.getByRole('button', { name: 'Delete template.pdf' }).click()
    await page.getByText('The file is deleted.').waitFor()
    expect(await items.filter({ hasText: 'template.pdf' }).count()).toBe(0)
    expect(await items.filter({ hasText: 'scratch.png' }).count()).toBe(1)
  })

  it('without scripts, what is there is listed and can be deleted', async () => {
    const { page } = await visit({ javaScript: false })
    await asShopper(page)
    await page.getByText('To upload files, switch JavaScript on.').waitFor()
    await page.getByRole('button', { name: 'Delete scratch.png' }).click()
    await page.getByText('The file is deleted.').waitFor()
  })

  it('staff upload, find, look at, verify, reject, fetch and delete them', async () => {
    const shopper = await visit()
    await asShopper(shopper.page)
    // Public is said by programs alone: the page keeps everything private.
    for (const name of ['good.png', 'odd.png'])
      await shopper.page.evaluate(
        async ([filename, bytes]) => {
          const body = new FormData()
          body.append('file', new Blob([Uint8Array.from(bytes as number[])]), filename as string)
          body.append('visibility', 'public')
          await fetch('/api/v1/files', { method: 'POST', headers: { 'x-audience': 'shop' }, body })
        },
        [name, [...(await plain(400, 300).png().toBuffer())]],
      )

    const { page } = await visit({ expected: refused })
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/files')
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    const act = async (name: string, action: string): Promise<void> => {
      await page.getByRole('button', { name: `Actions: ${name}` }).click()
      await page.getByRole('menuitem', { name: action }).click()
    }
    await choose(page, 'Upload files', [
      { name: 'minutes.pdf', buffer: pdf() },
      { name: 'shelf.png', buffer: await plain(500, 400).png().toBuffer() },
      { name: 'script.pdf', buffer: pdf('/S /JavaScript /JS (app.alert\\(1\\))') },
    ])
    await page.getByText(/^script\.pdf: /).waitFor()
    await row('minutes.pdf').getByText('Private').waitFor()
    await row('shelf.png').waitFor()

    await page.goto('/admin/files?view=unverified')
    await act('good.png', 'Verify')
    await page.getByText('The file is verified').first().waitFor()
    await act('odd.png', 'Reject')
    await page.getByText('The file is private again').first().waitFor()
    await page.goto('/admin/files')
    await row('good.png').getByText('Verified').waitFor()
    await row('good.png').locator('img').waitFor()
    await row('odd.png').getByText('Private').waitFor()
    await page.getByRole('button', { name: 'Look at odd.png' }).click()
    await page.getByRole('dialog').locator('img').waitFor()
    await page.keyboard.press('Escape')

    const document = await downloaded(page, () => act('minutes.pdf', 'Download'))
    expect(document.subarray(0, 5).toString()).toBe('%PDF-')
    for (const name of ['minutes.pdf', 'shelf.png', 'good.png', 'odd.png']) {
      await act(name, 'Delete')
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await row(name).waitFor({ state: 'detached' })
    }
    await page.goto('/admin/files?view=quarantined')
    await page.getByText('No files here').waitFor()
  })
})
