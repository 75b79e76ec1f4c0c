import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { Email } from '@rampart/contracts/shared-fields.ts'
import type { IdentityDeps } from '../deps.ts'
import { isThrowAway } from '../sign-up/throw-away-domain.ts'
import { findOwner } from '../store/external-identities.ts'
import type { ExternalSignInRow } from '../store/external-sign-ins.ts'
import { meetStranger } from './meet-stranger.ts'
import type { ProvenSubject } from './prove-subject.ts'
import type { Provider } from './providers.ts'
import { type ExternalRefusal, recordRefusal } from './record-refusal.ts'
import { backToSignIn, onward, type Problem } from './redirects.ts'
import { signInOwner } from './sign-in-owner.ts'

/**
 * Signs in whom a provider vouches for: the account that is connected, or a new customer whose address the provider has
 * verified. An account that merely has the same address stays closed, and staff are never made.
 */
export async function signInBySubject(
  deps: IdentityDeps,
  provider: Provider,
  proven: ProvenSubject,
  begun: ExternalSignInRow,
  context: HandlerContext,
) {
  const { audience, next } = begun
  const refuse = async (
    refused: ExternalRefusal['refused'],
    problem: Problem,
    owner: string | null = null,
  ) => {
    await recordRefusal(deps, { provider: provider.id, account_id: owner, refused }, context)
    return backToSignIn(audience, problem, next)
  }
  const owner = await findOwner(deps.db, { issuer: provider.issuer, subject: proven.subject })
  if (owner !== null) {
    const result = await signInOwner(deps, provider, { owner, audience }, context)
    return result === null ? refuse('account', 'refused', owner.account_id) : onward(audience, next, result)
  }
  if (audience === 'staff') return refuse('not_connected', 'refused')

  const profile = await proven.profile().catch(() => null)
  if (profile === null) return refuse('unavailable', 'unavailable')
  const address = Email.safeParse(profile.email?.address)
  if (profile.email?.verified !== true || !address.success) return refuse('unverified', 'unverified')
  if (deps.settings.refuse_throw_away_mail && isThrowAway(address.data)) return refuse('address', 'refused')
  const met = await meetStranger(
    deps,
    provider,
    { subject: proven.subject, profile, email: address.data },
    context,
  )
  if (met.kind === 'known') {
    await recordRefusal(
      deps,
      { provider: provider.id, account_id: met.account_id, refused: 'known_address' },
      context,
    )
    return backToSignIn(audience, 'known', '/account/security#connected')
  }
  return onward(audience, next, met)
}
