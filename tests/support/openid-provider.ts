import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { PUBLIC_URL } from './in-process-shop.ts'

/** Somebody with an account at the provider; `sub` is what they sign in with there. */
type Person = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly locale?: string
}

export type OpenidProvider = {
  readonly issuer: string
  /** What the shop is set up with. */
  readonly variables: Readonly<Record<string, string>>
  /** Makes somebody known, or changes what is known of them. */
  know(person: Person): void
  /** Signs in on the provider's own pages and agrees, or turns back. Answers where the provider sends the browser. */
  visit(address: string, sub: string | null): Promise<string>
  close(): Promise<void>
}

type Options = { readonly id?: 'oidc' | 'oidc-2'; readonly publicUrl?: string; readonly port?: number }

/** A real OpenID provider, certified software, on loopback. */
export async function openOpenidProvider(options: Options = {}): Promise<OpenidProvider> {
  const { id = 'oidc', publicUrl = PUBLIC_URL, port = 0 } = options
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const secret = randomBytes(24).toString('base64url')
  const people = new Map<string, Person>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'the-shop',
        client_secret: secret,
        redirect_uris: [`${publicUrl}/api/v1/auth/oidc/${id}/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: [secret] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
  })
  // It warns of what only tests do: its own sign-in pages, its keys.
  provider.on('server_error', (_ctx, error) => void process.stderr.write(`${String(error)}\n`))
  // Its pages want a font of another site, and an icon.
  provider.use(async (ctx, next) => {
    if (ctx.path === '/favicon.ico') ctx.status = 204
    else await next()
    if (typeof ctx.body === 'string') ctx.body = ctx.body.replaceAll(/@import url\([^)]*\);?/g, '')
  })
  server.on('request', provider.callback() as never)
  const prefix = id === 'oidc' ? 'OIDC' : 'OIDC_2'
  return {
    issuer,
    variables: {
      [`${prefix}_ISSUER`]: issuer,
      [`${prefix}_CLIENT_ID`]: 'the-shop',
      [`${prefix}_CLIENT_SECRET`]: secret,
      [`${prefix}_NAME`]: id === 'oidc' ? 'Works account' : 'Other account',
    },
    know: (person) => void people.set(person.sub, person),
    visit: (address, sub) => walkThrough(issuer, address, sub),
    close: () => closed(server),
  }
}

/** Closes a server with the connections that are kept open. */
export async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

async function walkThrough(issuer: string, address: string, sub: string | null): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  let next = address
  for (let step = 0; step < 12; step += 1) {
    const page = new URL(next, issuer)
    if (page.origin !== issuer) return page.href
    if (!page.pathname.startsWith('/interaction/')) {
      next = locationOf(await ask(page.href), page)
      continue
    }
    const text = await (await ask(page.href)).text()
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? 'login'
    next =
      sub === null
        ? locationOf(await ask(`${page.href}/abort`), page)
        : locationOf(await ask(page.href, { prompt, login: sub, password: 'x' }), page)
  }
  throw new Error(`${address} leads in circles.`)
}

function locationOf(answer: Response, page: URL): string {
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`${page.href} answers ${String(answer.status)} and leads nowhere.`)
  return new URL(location, page).href
}
