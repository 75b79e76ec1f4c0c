import type { IdentityDeps } from '../deps.ts'
import { acceptExternalOffer } from './accept-offer.ts'
import { completeExternalSignIn } from './complete-sign-in.ts'
import { listExternalIdentities } from './list-identities.ts'
import { listSignInProviders } from './list-providers.ts'
import { startExternalLink } from './start-link.ts'
import { startExternalSignIn } from './start-sign-in.ts'
import { unlinkExternalIdentity } from './unlink-identity.ts'

/** Signing in by the word of somebody else. */
export const externalOperations = (deps: IdentityDeps) => ({
  listSignInProviders: listSignInProviders(deps),
  startExternalSignIn: startExternalSignIn(deps),
  completeExternalSignIn: completeExternalSignIn(deps),
  startExternalLink: startExternalLink(deps),
  listExternalIdentities: listExternalIdentities(deps),
  acceptExternalOffer: acceptExternalOffer(deps),
  unlinkExternalIdentity: unlinkExternalIdentity(deps),
})
