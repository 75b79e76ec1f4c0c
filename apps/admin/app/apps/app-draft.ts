import type { App, AppKind } from './apps-query.ts'

export type ScopeName = App['scopes'][number]

/** What an app can be allowed to ask for, in the order of the form. */
export const scopeNames: readonly ScopeName[] = [
  'openid',
  'profile',
  'email',
  'offline_access',
  'shop:read',
  'shop:orders',
]

/** The texts of scopes by their names; a colon would mean something else to who looks them up. */
export const scopeTexts = {
  openid: 'apps.scope.openid',
  profile: 'apps.scope.profile',
  email: 'apps.scope.email',
  offline_access: 'apps.scope.offline_access',
  'shop:read': 'apps.scope.shop_read',
  'shop:orders': 'apps.scope.shop_orders',
} as const satisfies Readonly<Record<ScopeName, string>>

/** An app as its form holds it: addresses one a line. */
export type AppDraft = {
  name: string
  kind: AppKind
  redirects: string
  logouts: string
  scopes: readonly ScopeName[]
}

/** The form of an app as it is, or of a new one. */
export function appDraft(app: App | null): AppDraft {
  if (app === null) {
    return { name: '', kind: 'web', redirects: '', logouts: '', scopes: ['openid', 'profile', 'email'] }
  }
  return {
    name: app.name,
    kind: app.kind,
    redirects: app.redirect_uris.join('\n'),
    logouts: app.post_logout_redirect_uris.join('\n'),
    scopes: app.scopes,
  }
}

/** The lines of a text that hold something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What the API takes. */
export function readApp(draft: AppDraft) {
  return {
    name: draft.name.trim(),
    redirect_uris: linesOf(draft.redirects),
    post_logout_redirect_uris: linesOf(draft.logouts),
    scopes: scopeNames.filter((scope) => draft.scopes.includes(scope)),
  }
}
