import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** As the contract takes them: they are kept as they came. */
export type StoredTaxes = ParsedInputOf<Pricing, 'updateTaxSettings'>

type SettingsRow = { readonly settings: StoredTaxes; readonly updated_at: string }

/** What was said about taxes; null when nobody has said anything yet. */
export async function findTaxSettings(db: Queryable): Promise<SettingsRow | null> {
  return await db.maybe<SettingsRow>(sql`SELECT settings, updated_at FROM pricing.tax_settings`)
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockTaxSettings(tx: Tx): Promise<SettingsRow | null> {
  return await tx.maybe<SettingsRow>(sql`SELECT settings, updated_at FROM pricing.tax_settings FOR UPDATE`)
}

export async function saveTaxSettings(tx: Tx, settings: StoredTaxes, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO pricing.tax_settings (settings, updated_at) VALUES (${JSON.stringify(settings)}::jsonb, ${now})
    ON CONFLICT (single) DO UPDATE SET settings = excluded.settings, updated_at = excluded.updated_at`)
}
