import { seal, unseal } from '@rampart/platform/crypto/seal.ts'
import { z } from 'zod'
import type { PaymentsDeps } from '../deps.ts'
import type { KeyValues } from './key-form.ts'

/** What the key is derived for that the providers' keys are encrypted with. */
const PURPOSE = 'payments:provider-keys'

const Kept = z.strictObject({
  values: z.record(z.string(), z.string()),
  /** The webhook's secret of before, which counts until a moment in milliseconds. */
  old_secret: z.strictObject({ secret: z.string(), until: z.int() }).nullable(),
})

/** What is kept of a provider's keys. Secret: never log it. */
export type KeptKeys = {
  readonly values: KeyValues
  readonly old_secret: { readonly secret: string; readonly until: number } | null
}

/** Encrypts keys for one provider: moved to another's row they do not open. */
export function sealKeys({ keys }: Pick<PaymentsDeps, 'keys'>, provider: string, kept: KeptKeys): Buffer {
  return seal(keys.derive(PURPOSE), Buffer.from(JSON.stringify(kept)), provider)
}

export function openKeys({ keys }: Pick<PaymentsDeps, 'keys'>, provider: string, sealed: Buffer): KeptKeys {
  return Kept.parse(JSON.parse(unseal(keys.derive(PURPOSE), sealed, provider).toString()))
}

/** The secrets that a webhook may be signed with now. */
export function webhookSecretsOf({ values, old_secret }: KeptKeys, now: Date): readonly string[] {
  const old = old_secret !== null && now.getTime() < old_secret.until ? [old_secret.secret] : []
  return values.webhook_secret === undefined ? [] : [values.webhook_secret, ...old]
}
