import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Provider } from './providers.ts'
import { connectSubject } from './connect-subject.ts'
import { type ProvenSubject, proveSubject } from './prove-subject.ts'
import { takeWayBack, type WayBack } from './read-way-back.ts'
import { backToSecurity, backToSignIn, type Problem } from './redirects.ts'
import { recordRefusal } from './record-refusal.ts'
import { signInBySubject } from './sign-in-by-subject.ts'

type Answer = Parameters<Handler<Identity, 'completeExternalSignIn'>>[0]

// What a provider answers where the person said no, or would have had to be asked (OpenID Connect Core §3.1.2.6).
const DENIED = new Set([
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
])

/**
 * What a browser that comes back from a provider leads to. The way back is used up first, then what the provider says is
 * proven, then it is decided what it opens.
 */
export const completeExternalSignIn =
  (deps: IdentityDeps): Handler<Identity, 'completeExternalSignIn'> =>
  async (answer, context) => {
    const provider = deps.providers.get(answer.provider)
    if (provider === undefined) throw context.fail('NOT_FOUND')
    const way = await takeWayBack(deps, provider.id, answer.state, context)
    if (typeof way === 'string') return backToSignIn(way, 'expired')
    const { begun } = way
    const proven = await prove(deps, provider, answer, way, context)
    if (typeof proven === 'string') {
      return begun.purpose === 'link'
        ? backToSecurity(begun.audience, { problem: proven })
        : backToSignIn(begun.audience, proven, begun.next)
    }
    return begun.purpose === 'link'
      ? connectSubject(deps, provider, proven, begun, context)
      : signInBySubject(deps, provider, proven, begun, context)
  }

async function prove(
  deps: IdentityDeps,
  provider: Provider,
  answer: Answer,
  way: WayBack,
  context: HandlerContext,
): Promise<ProvenSubject | Problem> {
  const refused = { provider: provider.id, account_id: way.begun.account_id }
  if (answer.error !== undefined) {
    const problem = DENIED.has(answer.error) ? 'denied' : 'unavailable'
    await recordRefusal(deps, { ...refused, refused: problem }, context)
    return problem
  }
  try {
    return await proveSubject(provider, answer, way, context.now())
  } catch (error) {
    // What the library found wrong, in its words; the token itself is not written down.
    const reason = error instanceof Error ? error.message : 'unknown'
    deps.log.warn('an answer of a provider of sign-ins was refused', { provider: provider.id, reason })
    await recordRefusal(deps, { ...refused, refused: 'answer' }, context)
    return 'refused'
  }
}
