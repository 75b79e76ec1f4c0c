import { FRESH_SECONDS } from '@rampart/platform/contract/authorize.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after } from '../domain/lifetimes.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { lockAccount } from '../store/accounts.ts'
import { findFactors, type Factors } from '../store/factors.ts'
import { findSessionProof } from '../store/sessions.ts'

/**
 * Decides whether this session may add, replace or remove factors of its account, and holds the account until the end
 * of the transaction, so that nothing changes between the decision and its effect. The first factor needs the password
 * alone. Once there is one, only a session that proved itself by a second factor, and did so lately, may touch any: a
 * stolen password never changes what stands beside it.
 * @throws STEP_UP_REQUIRED
 */
export async function assertMayChangeFactors(
  tx: Tx,
  { id, session_id }: SignedIn,
  context: HandlerContext,
): Promise<Factors> {
  await lockAccount(tx, id)
  const factors = await findFactors(tx, id)
  if (!hasSecondFactor(factors)) return factors
  const proof = await findSessionProof(tx, id, session_id)
  const freshSince = after(context.now(), -FRESH_SECONDS * 1_000)
  const isFresh = proof?.authenticated_at != null && new Date(proof.authenticated_at) > freshSince
  if (proof?.second_factor_at == null || !isFresh) throw context.fail('STEP_UP_REQUIRED')
  return factors
}

/** The same, asked before work is begun; the transaction that changes something asks `assertMayChangeFactors` again. */
export async function requireFactorProof(deps: IdentityDeps, context: HandlerContext): Promise<void> {
  await deps.db.tx((tx) => assertMayChangeFactors(tx, signedIn(context), context))
}
