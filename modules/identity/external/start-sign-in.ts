import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { localPath } from '../domain/local-path.ts'
import { countStart } from './limit-starts.ts'
import { away, backToSignIn } from './redirects.ts'
import { sendBrowser } from './send-browser.ts'

/** Sends a browser to a provider to sign in there. */
export const startExternalSignIn =
  (deps: IdentityDeps): Handler<Identity, 'startExternalSignIn'> =>
  async ({ provider: id, audience, next }, context) => {
    const provider = deps.providers.get(id)
    if (provider === undefined) throw context.fail('NOT_FOUND')
    if ((await countStart(deps, context)) > 0) return backToSignIn(audience, 'too-many')
    const journey = {
      use: { purpose: 'login' as const },
      audience,
      next: localPath(next, audience === 'shop' ? '/account' : '/'),
    }
    try {
      return away(audience, await sendBrowser(deps, provider, journey, context))
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      deps.log.warn('a provider of sign-ins cannot be used', { provider: id, reason })
      return backToSignIn(audience, 'unavailable')
    }
  }
