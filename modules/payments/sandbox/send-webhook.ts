import { z } from 'zod'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { PaymentsDeps } from '../deps.ts'
import { providerState, ripenBankRow } from './bank-row.ts'
import { WEBHOOK_KEY } from './sandbox-provider.ts'
import { SIGNATURE_HEADER, signatureOf } from './signature.ts'
import type { WebhookMessage } from './webhook-message.ts'

export const SEND_WEBHOOK = 'send-sandbox-webhook'

const Payload = z.strictObject({ reference: z.uuid(), event_id: z.uuid() })
const TIMEOUT_MS = 10_000

/** Queues the bank's news about a payment, in the transaction that decided it. */
export async function queueWebhook(
  deps: PaymentsDeps,
  tx: Tx,
  reference: string,
  at: Date | null,
): Promise<void> {
  await deps.jobs.add(tx, SEND_WEBHOOK, { reference, event_id: newId() }, at === null ? {} : { runAt: at })
}

/** Sends one signed message to the shop's own webhook address, as a bank's server would. Failing means: again later. */
export const sendWebhook =
  (deps: PaymentsDeps): JobHandler =>
  async (payload, { now }) => {
    const { reference, event_id } = Payload.parse(payload)
    const row = await ripenBankRow(deps.db, reference)
    if (row === null) return
    const { status, amount_minor, currency } = providerState(row)
    const message: WebhookMessage = {
      id: event_id,
      merchant: deps.settings.public_url,
      reference,
      status,
      amount_minor,
      currency,
    }
    const body = JSON.stringify(message)
    const seconds = Math.floor(now().getTime() / 1000)
    const response = await fetch(`${deps.settings.loopback_url}/api/v1/payments/webhooks/sandbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signatureOf(deps.keys.derive(WEBHOOK_KEY), body, seconds),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`The shop answered the sandbox bank with ${String(response.status)}.`)
  }
