import { z } from 'zod'
import { unseal } from '@rampart/platform/crypto/seal.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Audience } from '../domain/roles.ts'
import {
  type ExternalSignInRow,
  findExternalAudience,
  useExternalSignIn,
} from '../store/external-sign-ins.ts'
import { SECRETS_KEY } from './send-browser.ts'

const Secrets = z.strictObject({ nonce: z.string(), verifier: z.string() })

/** A browser that came back as it was expected, with what only we know of its way. */
export type WayBack = { readonly begun: ExternalSignInRow; readonly nonce: string; readonly verifier: string }

/**
 * Uses up the way back that a browser was sent with, before anything else is looked at. Answers the sign-in page it
 * belongs to where there is none: unknown state, over, used before, of another browser or another provider.
 */
export async function takeWayBack(
  deps: IdentityDeps,
  provider: string,
  state: string | undefined,
  { device_token, now }: Pick<CallContext, 'device_token'> & { readonly now: () => Date },
): Promise<WayBack | Audience> {
  if (state === undefined || device_token === null) return 'shop'
  const state_hash = hashToken(state)
  const device_hash = hashToken(device_token)
  const begun = await useExternalSignIn(deps.db, { state_hash, provider, device_hash }, now())
  if (begun === null) return (await findExternalAudience(deps.db, state_hash, device_hash)) ?? 'shop'
  const plain = unseal(deps.keys.derive(SECRETS_KEY), begun.secrets, state_hash.toString('hex'))
  return { begun, ...Secrets.parse(JSON.parse(plain.toString())) }
}
