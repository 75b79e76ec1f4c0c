import type { IdentityDeps } from '../deps.ts'
import { identityHealth } from './identity-health.ts'

/** What is asked about the state of accounts as a whole. */
export const healthOperations = (deps: IdentityDeps) => ({ identityHealth: identityHealth(deps) })
