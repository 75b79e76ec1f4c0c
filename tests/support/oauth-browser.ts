import { EDGE, backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type Account, type InProcessShop, PUBLIC_URL, type Sent } from './in-process-shop.ts'

export type Registered = { readonly client_id: string; readonly client_secret: string | null }

export type Registration = {
  readonly kind?: 'web' | 'spa' | 'native'
  readonly redirect_uris?: readonly string[]
  readonly post_logout_redirect_uris?: readonly string[]
  readonly scopes?: readonly string[]
}

export const CALLBACK = 'https://app.example/callback'

/** Registers an app as the owner does in the back office. */
export async function registerApp(shop: InProcessShop, options: Registration = {}): Promise<Registered> {
  const answer = (await shop.runtime.assembly.linkTo('oauth')({
    operation: 'createClient',
    input: {
      name: 'Bulk Buyer',
      kind: options.kind ?? 'web',
      redirect_uris: options.redirect_uris ?? [CALLBACK],
      post_logout_redirect_uris: options.post_logout_redirect_uris ?? ['https://app.example/bye'],
      scopes: options.scopes ?? ['openid', 'profile', 'email', 'offline_access', 'shop:read', 'shop:orders'],
    },
    context: {
      ...backgroundContext(newId()),
      caller: EDGE,
      principal: {
        kind: 'staff',
        id: newId(),
        session_id: newId(),
        role: 'super_admin',
        permissions: ['*:*'],
        authenticated_at: Date.now(),
      },
    },
  })) as { client: { client_id: string }; client_secret: string | null }
  return { client_id: answer.client.client_id, client_secret: answer.client_secret }
}

/** A browser without scripts: cookies with their paths, one request at a time. */
export type OauthBrowser = {
  visit(address: string): Promise<Sent & { readonly location: string | null }>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Sent>
  remove(path: string): Promise<Sent>
  /** Sends a form of a page. */
  postForm(path: string, fields: string): Promise<Sent>
  /** Follows redirects within the shop until they lead elsewhere or to a page. Answers where that is. */
  follow(address: string): Promise<string>
  signIn(account: Account): Promise<void>
  signOut(): void
}

/** Opens one on a shop. */
export function openOauthBrowser(shop: InProcessShop): OauthBrowser {
  const jar = new Map<string, { value: string; path: string }>()
  const cookies = (path: string): string =>
    [...jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name.split('|')[0] ?? ''}=${value}`)
      .join('; ')
  const keep = (sent: Sent): void => {
    for (const line of [sent.headers['set-cookie'] ?? []].flat().map(String)) {
      const [pair = '', ...attributes] = line.split('; ')
      const at = pair.indexOf('=')
      const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/'
      const name = `${pair.slice(0, at)}|${path}`
      if (attributes.some((each) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(each))) jar.delete(name)
      else jar.set(name, { value: pair.slice(at + 1), path })
    }
  }
  const pathOf = (address: string): string => {
    const url = new URL(address, PUBLIC_URL)
    return url.pathname + url.search
  }
  const browser: OauthBrowser = {
    visit: async (address) => {
      const path = pathOf(address)
      const sent = await shop.send('GET', `/${path}`, {
        cookie: cookies(path),
        headers: { accept: 'text/html,*/*' },
      })
      keep(sent)
      return {
        ...sent,
        location: sent.headers['location'] === undefined ? null : String(sent.headers['location']),
      }
    },
    post: async (path, body, headers = {}) => {
      const sent = await shop.send('POST', path, {
        body,
        cookie: cookies(`/api/v1${path}`),
        headers: { origin: PUBLIC_URL, ...headers },
      })
      keep(sent)
      return sent
    },
    remove: (path) =>
      shop.send('DELETE', path, { cookie: cookies(`/api/v1${path}`), headers: { origin: PUBLIC_URL } }),
    postForm: async (path, fields) => {
      const headers = { origin: PUBLIC_URL, 'content-type': 'application/x-www-form-urlencoded' }
      const sent = await shop.send('POST', `/${path}`, { body: fields, cookie: cookies(path), headers })
      keep(sent)
      return sent
    },
    follow: async (address) => {
      let next = address
      for (let step = 0; step < 12; step += 1) {
        const url = new URL(next, PUBLIC_URL)
        const isPage = /^\/(oauth\/(consent|error|again|sign-out)|sign-in)$/.test(url.pathname)
        if (url.origin !== PUBLIC_URL || isPage) return url.href
        const { location } = await browser.visit(next)
        if (location === null) return url.href
        next = location
      }
      throw new Error(`${address} leads in circles.`)
    },
    signIn: async ({ email, password }) => {
      const { status, text } = await browser.post('/auth/session', { email, password })
      if (status !== 200) throw new Error(`Could not sign in: ${text}`)
    },
    signOut: () => jar.clear(),
  }
  return browser
}

/** Says yes (or no) on the consent page that the browser was led to, and follows on. Answers where that leads. */
export async function decide(
  browser: OauthBrowser,
  page: string,
  decision: 'allow' | 'deny' = 'allow',
): Promise<string> {
  const request = new URL(page).searchParams.get('request') ?? ''
  const answer = await browser.post(`/oauth/consents/${request}`, { decision })
  if (answer.status !== 200) throw new Error(`${page}: ${answer.text}`)
  return browser.follow(String(answer.body['location']))
}
