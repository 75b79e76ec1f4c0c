import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'

/** Whose word signs people in here. */
export const listSignInProviders =
  (deps: IdentityDeps): Handler<Identity, 'listSignInProviders'> =>
  () =>
    Promise.resolve({ items: [...deps.providers.values()].map(({ id, label }) => ({ id, label })) })
