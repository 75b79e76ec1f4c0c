import { FRESH_SECONDS } from '@rampart/platform/contract/authorize.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { signedIn } from '../signed-in.ts'
import { findFactors } from '../store/factors.ts'

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
        : ['password'],
      fresh_until: until !== null && until > context.now() ? until.toISOString() : null,
    }
  }
