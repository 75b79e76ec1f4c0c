import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { appOperations } from './oauth/apps.ts'
import { clientOperations } from './oauth/clients.ts'
import { storageOperations } from './oauth/storage.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'

/** Apps of others that sign people in with this shop: OAuth 2 and OpenID Connect. */
export const oauth = defineContract({
  name: 'oauth',
  operations: {
    ...clientOperations,
    ...appOperations,
    ...storageOperations,
    ...exportOperation,
    ...erasureOperation,
  },
})

export type Oauth = typeof oauth
