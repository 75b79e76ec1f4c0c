import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, PENDING_SIGN_IN_MS } from '../domain/lifetimes.ts'
import type { Risk } from '../domain/risk.ts'
import { type FactorMethod, hasSecondFactor, methodsOf } from '../domain/second-factor.ts'
import type { AccountRow } from '../store/accounts.ts'
import { findFactors } from '../store/factors.ts'
import { insertPendingSignIn } from '../store/pending-sign-ins.ts'
import { type BeginSession, beginSession } from './begin-session.ts'
import type { OpenedSession } from './open-session.ts'
import type { RecognisedDevice } from './recognise-device.ts'
import type { SignInKind } from './sign-in-kind.ts'

/** What the first proof was. A passkey that verified its user is two factors in one. */
export type FirstProof = 'password' | 'passkey' | `external:${string}`

/** A sign-in at its end, or the token to finish it with. */
export type SignInResult =
  | { readonly kind: 'session'; readonly account: AccountRow; readonly session: OpenedSession }
  | { readonly kind: 'mfa'; readonly token: string; readonly methods: readonly FactorMethod[] }

type FirstStep = {
  readonly account: AccountRow
  readonly kind: SignInKind
  readonly proof: FirstProof
  readonly device: RecognisedDevice | null
  readonly rememberDevice: boolean
  /** Whether the risk asks for a code by mail where the account has no second factor. */
  readonly risky: boolean
  /** What makes it so; kept with the audit entry. */
  readonly risk?: Risk | undefined
}

/**
 * Goes on after a first proof that was right, whatever it was: asks for the second factor where the account has one,
 * else opens the session. A staff session without second factor can do nothing but set one up.
 */
export async function completeSignIn(
  deps: IdentityDeps,
  tx: Tx,
  step: FirstStep,
  context: CallContext,
  now: Date,
): Promise<SignInResult> {
  const { account, kind, proof, device, risk } = step
  const begin = (more: Pick<BeginSession, 'authenticatedAt' | 'secondFactorAt'>) =>
    beginSession(
      deps,
      tx,
      { account, kind, device, method: proof, rememberDevice: false, risk, score: risk?.score ?? 0, ...more },
      context,
      now,
    )
  if (proof === 'passkey') return begin({ authenticatedAt: now, secondFactorAt: now })
  const factors = await findFactors(tx, account.id)
  if (hasSecondFactor(factors)) {
    // It stands in for the factor at signing in, never for a fresh proof.
    if (device?.rememberedUntil != null && device.rememberedUntil > now)
      return begin({ authenticatedAt: null, secondFactorAt: now })
    return pend(deps, tx, step, methodsOf(factors), context, now)
  }
  if (step.risky && kind.audience === 'shop') {
    const waiting = await pend(deps, tx, step, ['email_code'], context, now)
    const payload = { account_id: account.id, mfa_id: waiting.id }
    await deps.outbox.add(tx, 'identity.sign-in-code-requested.v1', payload, { key: account.id })
    return waiting
  }
  return begin({ authenticatedAt: now, secondFactorAt: null })
}

async function pend(
  deps: IdentityDeps,
  tx: Tx,
  step: FirstStep,
  methods: readonly FactorMethod[],
  context: CallContext,
  now: Date,
) {
  const token = randomToken()
  const id = newId()
  await insertPendingSignIn(
    tx,
    {
      id,
      hash: hashToken(token),
      account_id: step.account.id,
      ...step.kind,
      proof: step.proof,
      methods,
      remember_device: step.rememberDevice,
      risk: step.risk?.score ?? 0,
      expires_at: after(now, PENDING_SIGN_IN_MS),
    },
    now,
  )
  await deps.audit.record(tx, context, {
    action: 'authn_second_factor_requested',
    subject_type: 'account',
    subject_id: step.account.id,
    after: { ...step.kind, method: step.proof, methods, risk: step.risk },
  })
  return { kind: 'mfa' as const, token, methods, id }
}
