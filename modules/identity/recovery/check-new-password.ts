import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { isCommonPassword } from '../common-passwords.ts'
import type { IdentityDeps } from '../deps.ts'
import { isLongEnoughAlone } from '../domain/password-shape.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { findFactors } from '../store/factors.ts'

type PasswordContext = HandlerContext<'IDENTITY_PASSWORD_TOO_COMMON' | 'IDENTITY_PASSWORD_TOO_SHORT'>

type Owner = {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly username: string | null
}

/** A password that may be set, as its hash. */
export type CheckedPassword = { readonly hash: string; readonly short: boolean }

/**
 * Refuses passwords that everybody tries, and those that are too short: 15 characters alone, 8 beside a second factor.
 * `keepsFactors`: whether the account will still have the factors it has.
 * @throws IDENTITY_PASSWORD_TOO_COMMON, IDENTITY_PASSWORD_TOO_SHORT
 */
export async function checkNewPassword(
  deps: IdentityDeps,
  owner: Owner,
  password: string,
  keepsFactors: boolean,
  context: PasswordContext,
): Promise<CheckedPassword> {
  const short = !isLongEnoughAlone(password)
  if (short && !(keepsFactors && hasSecondFactor(await findFactors(deps.db, owner.id)))) {
    throw context.fail('IDENTITY_PASSWORD_TOO_SHORT')
  }
  const ownWords = [deps.settings.shop_name, owner.email, owner.full_name, owner.username ?? '']
  if (await isCommonPassword(password, ownWords)) throw context.fail('IDENTITY_PASSWORD_TOO_COMMON')
  return { hash: await deps.hasher.hash(password), short }
}
