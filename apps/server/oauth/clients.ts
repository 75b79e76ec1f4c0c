import { identity, type Identity } from '@rampart/contracts/identity.ts'
import { oauth, type Oauth } from '@rampart/contracts/oauth.ts'
import { type Client, client } from '@rampart/platform/contract/client.ts'
import type { Assembly } from '@rampart/platform/module/assemble.ts'

/** The modules that the protocol's endpoints stand on. */
export type OauthClients = { readonly oauth: Client<Oauth>; readonly identity: Client<Identity> }

/** Makes them, in the server's name. */
export function oauthClients(assembly: Assembly): OauthClients {
  return {
    oauth: client(oauth, assembly.linkTo('oauth'), 'server'),
    identity: client(identity, assembly.linkTo('identity'), 'server'),
  }
}
