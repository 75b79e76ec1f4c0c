import type { Audience } from '../domain/roles.ts'

/** What signs in and where to. */
export type SignInKind = { readonly scheme: 'browser' | 'program'; readonly audience: Audience }
