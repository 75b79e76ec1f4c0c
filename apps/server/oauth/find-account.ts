import type { Account, FindAccount } from 'oidc-provider'
import type { OauthClients } from './clients.ts'
import { contextOf } from './request-facts.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Finds the customer whom an app signs in. Nobody, once the account is locked, erased or no customer's. */
export function accountFinder({ identity }: OauthClients): FindAccount {
  return async (ctx, sub): Promise<Account | undefined> => {
    if (!UUID.test(sub)) return undefined
    const { shopper } = await identity.findShopper(contextOf(ctx.req), { account_id: sub })
    if (shopper === null) return undefined
    const { email, full_name, username, language } = shopper
    return {
      accountId: sub,
      // The library leaves out what the scopes do not cover.
      claims: () => ({
        sub,
        name: full_name,
        ...(username === null ? {} : { preferred_username: username }),
        locale: language,
        email,
        email_verified: true,
      }),
    }
  }
}
