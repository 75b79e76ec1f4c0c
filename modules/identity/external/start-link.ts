import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { countStart } from './limit-starts.ts'
import { sendBrowser } from './send-browser.ts'

/** Where to send the browser of somebody who connects a sign-in of a provider. */
export const startExternalLink =
  (deps: IdentityDeps): Handler<Identity, 'startExternalLink'> =>
  async ({ provider: id }, context) => {
    const provider = deps.providers.get(id)
    if (provider === undefined) throw context.fail('NOT_FOUND')
    const session = signedIn(context)
    const retryAfterSeconds = await countStart(deps, context)
    if (retryAfterSeconds > 0) throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds })
    const journey = {
      use: { purpose: 'link' as const, account_id: session.id, session_id: session.session_id },
      audience: session.kind === 'staff' ? ('staff' as const) : ('shop' as const),
      next: '/',
    }
    try {
      return { location: await sendBrowser(deps, provider, journey, context) }
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      deps.log.warn('a provider of sign-ins cannot be used', { provider: id, reason })
      throw context.fail('IDENTITY_PROVIDER_UNAVAILABLE')
    }
  }
