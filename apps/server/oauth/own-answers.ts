import type { default as Provider, KoaContextWithOIDC } from 'oidc-provider'
import { sendToErrorPage } from './show-error.ts'
import { afterwards } from './sign-out.ts'

/** Keeps the library's own pages, and what it knows beyond this shop's needs, from leaving it. */
export function ownAnswers(provider: Provider) {
  const sessionCookie = provider.cookieName('session')
  return async (given: unknown, next: () => Promise<void>): Promise<void> => {
    const ctx = given as KoaContextWithOIDC
    // The other modes answer with a page of the library that runs a script.
    const mode = ctx.query['response_mode']
    if (ctx.path === '/oauth/authorize' && mode !== undefined && mode !== 'query') {
      sendToErrorPage(ctx, 'invalid_request')
      return
    }
    await next()
    if (ctx.path.startsWith('/.well-known/') && isRecord(ctx.body)) {
      ctx.body['response_modes_supported'] = ['query']
    }
    if (ctx.path === '/oauth/logout' && ctx.status === 200) {
      // Nobody is signed in: there is nothing to ask.
      ctx.status = 303
      ctx.redirect(afterwards(ctx) ?? '/')
    }
    if (ctx.status === 302 || ctx.status === 303) ctx.body = ''
    dropCookie(ctx, sessionCookie)
  }
}

// Who is signed in is told by the shop's session alone.
function dropCookie(ctx: KoaContextWithOIDC, name: string): void {
  const lines = ctx.res.getHeader('set-cookie')
  if (!Array.isArray(lines)) return
  const kept = lines.filter((line) => !line.startsWith(`${name}=`) && !line.startsWith(`${name}.sig=`))
  if (kept.length === 0) ctx.res.removeHeader('set-cookie')
  else ctx.res.setHeader('set-cookie', kept)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
}
