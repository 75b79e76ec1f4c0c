import type { KoaContextWithOIDC } from 'oidc-provider'
import type { OauthClients } from './clients.ts'
import { contextOf } from './request-facts.ts'

/** Asks a signed-in customer, on a page of the shop, whether the app may sign them out. */
export async function askToSignOut({ oauth }: OauthClients, ctx: KoaContextWithOIDC): Promise<void> {
  const { ticket } = await oauth.issueSignOut(contextOf(ctx.req), {
    client_id: ctx.oidc.client?.clientId ?? null,
    location: afterwards(ctx),
  })
  ctx.status = 303
  ctx.redirect(`/oauth/sign-out?ticket=${encodeURIComponent(ticket)}`)
}

/** Where people go afterwards: an address that the library found among the app's own, with the app's `state`. */
export function afterwards(ctx: KoaContextWithOIDC): string | null {
  const { post_logout_redirect_uri: target, state } = ctx.oidc.params ?? {}
  if (typeof target !== 'string') return null
  const url = new URL(target)
  if (typeof state === 'string') url.searchParams.set('state', state)
  return url.href
}
