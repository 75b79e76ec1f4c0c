import { keyring } from '@rampart/platform/crypto/keys.ts'
import type { Adapter } from 'oidc-provider'
import { expect, it } from 'vitest'
import type { OauthClients } from '../oauth/clients.ts'
import { configuration } from '../oauth/configuration.ts'

it('gives a code a minute, an access token 15 minutes, and all that an app was allowed a year', () => {
  const { ttl } = configuration({
    clients: {} as OauthClients,
    keys: keyring(Buffer.alloc(32, 7)),
    secure: true,
    signingKeys: [],
    adapter: () => ({}) as Adapter,
  })
  expect(ttl).toMatchObject({ AuthorizationCode: 60, AccessToken: 900, Grant: 31_536_000 })
})
