import { heardCache } from '@rampart/platform/cache/heard-cache.ts'
import type { AccessDeps } from '../deps.ts'
import { KEYS_CHANNEL } from './announce-keys.ts'
import type { KnownKey } from './api-keys-deps.ts'
import { authenticateKey } from './authenticate-key.ts'
import { createApiKey } from './create-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'

/** Keys of programs. */
export const apiKeyHandlers = (given: AccessDeps) => {
  const { db } = given
  const deps = {
    ...given,
    knownKeys: heardCache<KnownKey>((changed) => db.listen(KEYS_CHANNEL, changed, changed)),
  }
  return {
    createApiKey: createApiKey(deps),
    listApiKeys: listApiKeys(deps),
    rotateApiKey: rotateApiKey(deps),
    revokeApiKey: revokeApiKey(deps),
    authenticateKey: authenticateKey(deps),
  }
}
