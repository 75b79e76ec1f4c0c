import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { isCommonPassword } from '../common-passwords.ts'
import type { IdentityDeps } from '../deps.ts'
import { takeOwnership } from '../store/shop-owner.ts'
import { writeVerifiedAccount } from './write-verified-account.ts'

/** Makes an account for the command line. The first super_admin made so is the shop's owner. */
export const createAccount =
  (deps: IdentityDeps): Handler<Identity, 'createAccount'> =>
  async (input, context) => {
    const ownWords = [deps.settings.shop_name, input.email, input.full_name]
    if (await isCommonPassword(input.password, ownWords)) throw context.fail('IDENTITY_PASSWORD_TOO_COMMON')
    const hash = await deps.hasher.hash(input.password)
    const { email, full_name, role } = input
    const id = newId()
    await deps.db.tx(async (tx) => {
      const written = await writeVerifiedAccount(deps, tx, { id, email, full_name, role }, hash, context)
      if (!written) throw context.fail('IDENTITY_EMAIL_TAKEN')
      if (role === 'super_admin') await takeOwnership(tx, id, context.now())
    })
    return { id }
  }
