import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type ProviderRow = {
  provider: string
  enabled: boolean
  sealed_keys: Buffer | null
  countries: string[] | null
  last_webhook_at: string | null
}

export async function providerRows(db: Queryable): Promise<ProviderRow[]> {
  return db.many<ProviderRow>(sql`SELECT * FROM payments.providers`)
}

/** The row of a provider, locked until the transaction ends; made when there was none. */
export async function lockProvider(tx: Tx, provider: string): Promise<ProviderRow> {
  await tx.run(sql`INSERT INTO payments.providers (provider) VALUES (${provider}) ON CONFLICT DO NOTHING`)
  return tx.one<ProviderRow>(sql`SELECT * FROM payments.providers WHERE provider = ${provider} FOR UPDATE`)
}

export async function keepKeys(tx: Tx, provider: string, sealed: Buffer | null): Promise<void> {
  await tx.run(sql`
    UPDATE payments.providers SET sealed_keys = ${sealed}, enabled = enabled AND ${sealed !== null}, updated_at = now()
    WHERE provider = ${provider}`)
}

export async function switchProvider(
  tx: Tx,
  provider: string,
  enabled: boolean,
  countries: readonly string[] | null,
): Promise<void> {
  await tx.run(sql`
    UPDATE payments.providers SET enabled = ${enabled}, countries = ${countries}, updated_at = now()
    WHERE provider = ${provider}`)
}

/** Whether money is on its way at a provider: payments that may still be made, refunds that are not decided. */
export async function isUnderWay(tx: Tx, provider: string): Promise<boolean> {
  const row = await tx.one<{ busy: boolean }>(sql`
    SELECT EXISTS (SELECT FROM payments.payments WHERE provider = ${provider} AND status = 'pending')
      OR EXISTS (SELECT FROM payments.refunds r JOIN payments.payments p ON p.id = r.payment_id
        WHERE p.provider = ${provider} AND r.status = 'pending') AS busy`)
  return row.busy
}

/** Notes that news came, well signed. Often enough: not with every message of a busy day. */
export async function noteWebhook(db: Queryable, provider: string, at: Date): Promise<void> {
  await db.run(sql`
    UPDATE payments.providers SET last_webhook_at = ${at}
    WHERE provider = ${provider} AND (last_webhook_at IS NULL OR last_webhook_at < ${at}::timestamptz - interval '10 seconds')`)
}
