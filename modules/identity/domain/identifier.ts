/** How somebody names the account to sign in to. */
export type Identifier = { readonly kind: 'email' | 'username'; readonly value: string }

type Given = { readonly email?: string | undefined; readonly username?: string | undefined }

/** Clients of the OAuth2 password form put the e-mail address into `username`; no username has an @. */
export function identifierOf(given: Given): Identifier {
  const value = (given.email ?? given.username ?? '').trim().toLowerCase()
  return { kind: given.email !== undefined || value.includes('@') ? 'email' : 'username', value }
}
