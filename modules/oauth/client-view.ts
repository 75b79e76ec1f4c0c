import type { ClientRow } from './store/clients.ts'

/** An app as staff see it. */
export function clientView(row: ClientRow) {
  const { id, redirect_uris, post_logout_redirect_uris, scopes, ...rest } = row
  return {
    client_id: id,
    ...rest,
    redirect_uris: [...redirect_uris],
    post_logout_redirect_uris: [...post_logout_redirect_uris],
    scopes: [...scopes],
  }
}

/** What the audit log keeps of an app. */
export function clientFacts(row: ClientRow) {
  const { name, kind, redirect_uris, post_logout_redirect_uris, scopes } = row
  return { name, kind, redirect_uris, post_logout_redirect_uris, scopes }
}
