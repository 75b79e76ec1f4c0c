import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'

const FRONT = new Set(['authorization', 'resume', 'end_session'])

/** What the shop's own page about a failed request can explain; everything else is one general sentence there. */
const explained = new Set([
  'invalid_client',
  'invalid_redirect_uri',
  'invalid_request',
  'access_denied',
  'server_error',
])

/** Shows people a page of the shop, and programs the answer that the protocol has for them. */
export async function showError(ctx: KoaContextWithOIDC, out: ErrorOut): Promise<void> {
  if (FRONT.has(ctx.oidc.route)) {
    sendToErrorPage(ctx, out.error)
  } else {
    ctx.body = out
  }
  await Promise.resolve()
}

/** Sends a browser to the page that says what went wrong. Nothing of the request is repeated there. */
export function sendToErrorPage(ctx: { status: number; redirect(url: string): void }, code: string): void {
  ctx.status = 303
  ctx.redirect(errorPage(code))
}

/** Where that page is. */
export function errorPage(code: string): string {
  return `/oauth/error?code=${explained.has(code) ? code : 'invalid_request'}`
}
