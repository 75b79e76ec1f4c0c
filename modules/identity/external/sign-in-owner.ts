import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { agentKind } from '../domain/agents.ts'
import { attemptRisk, isHigh } from '../domain/risk.ts'
import { type Audience, audienceOf } from '../domain/roles.ts'
import { completeSignIn, type SignInResult } from '../sign-in/complete-sign-in.ts'
import { judgeSignIn } from '../sign-in/judge-sign-in.ts'
import { recogniseDevice } from '../sign-in/recognise-device.ts'
import { type AccountRow, holdAccount } from '../store/accounts.ts'
import { touchIdentity } from '../store/external-identities.ts'
import type { Provider } from './providers.ts'

type Known = {
  readonly owner: { readonly id: string; readonly account_id: string }
  readonly audience: Audience
}

/**
 * Signs in the owner of a connected account. null where the account is locked, at home on the other side, or was
 * disconnected meanwhile.
 */
export async function signInOwner(
  deps: IdentityDeps,
  provider: Provider,
  { owner, audience }: Known,
  context: HandlerContext,
): Promise<SignInResult | null> {
  return deps.db.tx(async (tx) => {
    const account = await holdAccount(tx, owner.account_id)
    if (account === null || account.locked_at !== null || account.email_verified_at === null) return null
    if (audienceOf(account.role) !== audience) return null
    if (!(await touchIdentity(tx, owner.id, account.id, context.now()))) return null
    return goOn(deps, tx, provider, { account, audience }, context)
  })
}

/** What a provider says is one factor, whatever it claims: a second one of ours is asked for as always. */
export async function goOn(
  deps: IdentityDeps,
  tx: Tx,
  provider: Provider,
  { account, audience }: { readonly account: AccountRow; readonly audience: Audience },
  context: HandlerContext,
): Promise<SignInResult> {
  const kind = { scheme: 'browser' as const, audience }
  // Nothing was guessed at, so there are no tries to count.
  const before = attemptRisk({
    identifierFailures: 0,
    networkFailures: 0,
    agent: agentKind(context.user_agent),
    knownDevice: false,
  })
  const device = await recogniseDevice(deps, tx, account.id, kind, context)
  const risk = await judgeSignIn(deps, tx, { account, device, before }, context, context.now())
  const proof = `external:${provider.id}` as const
  const step = { account, kind, device, proof, rememberDevice: false, risky: isHigh(risk), risk }
  return completeSignIn(deps, tx, step, context, context.now())
}
