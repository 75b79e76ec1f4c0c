import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { isCommonPassword } from '../common-passwords.ts'
import type { IdentityDeps } from '../deps.ts'
import { isTokenUsable, useToken } from '../store/one-time-tokens.ts'
import { takeOwnership } from '../store/shop-owner.ts'
import { writeVerifiedAccount } from './write-verified-account.ts'

/** Makes the owner's account with the one-time link. Of any number of parallel tries one makes it. */
export const setUpOwner =
  (deps: IdentityDeps): Handler<Identity, 'setUpOwner'> =>
  async (input, context) => {
    const token = hashToken(input.token)
    // Spares strangers the cost of a hash; the guarded statement below is what decides.
    if (!(await isTokenUsable(deps.db, token, 'set_up_owner', context.now()))) {
      throw context.fail('IDENTITY_TOKEN_INVALID')
    }
    const ownWords = [deps.settings.shop_name, input.email, input.full_name]
    if (await isCommonPassword(input.password, ownWords)) throw context.fail('IDENTITY_PASSWORD_TOO_COMMON')
    const hash = await deps.hasher.hash(input.password)
    const now = context.now()
    const id = newId()
    await deps.db.tx(async (tx) => {
      if ((await useToken(tx, token, 'set_up_owner', now)) === null)
        throw context.fail('IDENTITY_TOKEN_INVALID')
      if (!(await takeOwnership(tx, id, now))) throw context.fail('IDENTITY_TOKEN_INVALID')
      const account = { id, email: input.email, full_name: input.full_name, role: 'super_admin' } as const
      if (!(await writeVerifiedAccount(deps, tx, account, hash, context)))
        throw context.fail('IDENTITY_EMAIL_TAKEN')
    })
    return { status: 'ready' }
  }
