import { FRESH_SECONDS } from '@rampart/platform/contract/authorize.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { signedIn } from '../signed-in.ts'
import { findFactors } from '../store/factors.ts'
import { findPassword } from '../store/passwords.ts'

/** How somebody signed in can prove again that it is them. */
export const getStepUp =
  (deps: IdentityDeps): Handler<Identity, 'getStepUp'> =>
  async (_input, context) => {
    const { id, authenticated_at } = signedIn(context)
    const factors = await findFactors(deps.db, id)
    const until = authenticated_at === undefined ? null : new Date(authenticated_at + FRESH_SECONDS * 1_000)
    return {
      methods: hasSecondFactor(factors)
        ? [
            ...(factors.passkeys > 0 ? (['passkey'] as const) : []),
            ...(factors.totp ? (['totp'] as const) : []),
            ...(factors.backup_codes > 0 ? (['backup_code'] as const) : []),
          ]
        : await passwordIfAny(deps, id),
      fresh_until: until !== null && until > context.now() ? until.toISOString() : null,
    }
  }

/** Whoever signs in by a provider alone has nothing to prove here: signing in again is their fresh proof. */
async function passwordIfAny(deps: IdentityDeps, accountId: string): Promise<'password'[]> {
  return (await findPassword(deps.db, accountId)) === null ? [] : ['password']
}
