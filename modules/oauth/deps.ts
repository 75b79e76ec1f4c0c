import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

/** What the use cases are handed: the platform's parts and the module's own keys. */
export type OauthDeps = Deps<Oauth> & {
  /** Seals what the protocol keeps between requests. */
  readonly artefactKey: Buffer
  /** Seals the private keys of ID tokens. */
  readonly signingKey: Buffer
  /** Signs the tickets of the sign-out page. */
  readonly ticketKey: Buffer
}
