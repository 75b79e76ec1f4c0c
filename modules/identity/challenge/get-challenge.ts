import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'

/** A challenge for whoever was told to solve one. */
export const getChallenge =
  (deps: IdentityDeps): Handler<Identity, 'getChallenge'> =>
  async (_input, context) => {
    return deps.challenges.task(context.now())
  }
