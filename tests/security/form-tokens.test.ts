import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtApp } from '../../apps/server/pages/built-app.ts'
import { type InProcessShop, openInProcessShop, PUBLIC_URL } from '../support/in-process-shop.ts'
import { moveIn, putOnSale } from '../support/scenery.ts'
import { allTables, storedState } from '../support/stored-state.ts'

// cross-site.test.ts does the same for every command of the API.

const folder = builtApp('storefront', 'server')
if (folder === null)
  console.info('The storefront is not built: its forms are not tried here (npm run setup builds it).')

type Build = {
  readonly routes: Readonly<
    Record<string, { path?: string; parentId?: string; module: { action?: unknown } } | undefined>
  >
}

/** The path of every route of the storefront that takes a form, with something for its parameters. */
async function formPaths(): Promise<string[]> {
  const { routes } = (await import(pathToFileURL(join(folder ?? '', 'index.js')).href)) as Build
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route === undefined ? '' : `${pathOf(route.parentId)}/${route.path ?? ''}`
  }
  return Object.entries(routes)
    .filter(([, route]) => route?.module.action !== undefined)
    .map(([id]) =>
      pathOf(id)
        .replaceAll(/\/+/g, '/')
        .replaceAll(/:\w+\??/g, () => randomUUID()),
    )
}

describe.skipIf(folder === null)('every form of the shop', () => {
  let shop: InProcessShop
  let paths: string[]
  let tables: string[]
  const jars = { guest: '', shop: '' }
  beforeAll(async () => {
    shop = await openInProcessShop()
    paths = await formPaths()
    tables = await allTables(shop.db)
    const article = await putOnSale(shop)
    const { cartToken } = await moveIn(shop, article)
    jars.guest = `rampart_guest=${String(cartToken)}`
    const { email, password } = await shop.account('customer')
    const home = { origin: PUBLIC_URL }
    const session = await shop.send('POST', '/auth/session', { body: { email, password }, headers: home })
    jars.shop = [session.headers['set-cookie'] ?? []].flat().map((line) => String(line).split(';', 1)[0]).join('; ') // prettier-ignore
  })
  afterAll(() => shop.close())

  async function tokenOf(cookie: string): Promise<string> {
    const page = await shop.send('GET', '//', { cookie })
    const found = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect(found).not.toBe('')
    return found
  }

  function submit(
    path: string,
    cookie: string,
    fields: Record<string, string>,
    headers: Record<string, string>,
  ) {
    return shop.send('POST', `/${path}`, {
      cookie,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  }

  test('is known to this test', () => {
    expect(paths.length).toBeGreaterThan(15)
  })

  test.each(['guest', 'shop'] as const)(
    'of a visitor with the cookie %s is refused from elsewhere, token or not',
    async (jar) => {
      const token = await tokenOf(jars[jar])
      const before = await storedState(shop.db, tables)
      const elsewhere = [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'same-site' },
      ]
      for (const path of paths) {
        for (const headers of elsewhere) {
          const answer = await submit(path, jars[jar], { _csrf: token }, headers)
          expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403)
        }
      }
      expect(await storedState(shop.db, tables)).toEqual(before)
    },
  )

  // Planted bug: one action that does not ask checkCsrf is found here.
  test.each(['guest', 'shop'] as const)(
    'of a visitor with the cookie %s is refused from here without their own token',
    async (jar) => {
      const foreign = await tokenOf(jars[jar === 'guest' ? 'shop' : 'guest'])
      const before = await storedState(shop.db, tables)
      for (const path of paths) {
        for (const fields of [{}, { _csrf: '' }, { _csrf: 'x'.repeat(43) }, { _csrf: foreign }]) {
          const answer = await submit(path, jars[jar], fields, { origin: PUBLIC_URL })
          // Forms that only signed-in visitors have send others to sign in, before or after they look at the token.
          expect(
            [403, ...(jar === 'guest' ? [302, 303] : [])],
            `${path} ${JSON.stringify(fields)}`,
          ).toContain(answer.status)
          if (answer.status !== 403) expect(String(answer.headers['location']), path).toContain('/sign-in')
        }
      }
      expect(await storedState(shop.db, tables)).toEqual(before)
    },
  )
})
