import { type HeardCache, heardCache } from '@rampart/platform/cache/heard-cache.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { PaymentsDeps } from '../deps.ts'
import { providerRows } from '../store/provider-row.ts'
import { type KeptKeys, openKeys } from './sealed-keys.ts'

/** The channel on which processes tell each other that providers are set up in another way. */
const CHANNEL = 'payments_providers'

/** How a provider is set up. */
export type ProviderSetup = {
  readonly enabled: boolean
  readonly kept: KeptKeys | null
  readonly countries: readonly string[] | null
  readonly last_webhook_at: string | null
}

const untouched: ProviderSetup = { enabled: false, kept: null, countries: null, last_webhook_at: null }

/** How providers are set up, as this process knows it: never older than a second. */
export type KnownProviders = {
  setupOf(provider: string): Promise<ProviderSetup>
  /** Makes every process look again once the transaction is committed. */
  announce(tx: Tx): Promise<void>
}

export function knownProviders(deps: PaymentsDeps): KnownProviders {
  const { db, clock } = deps
  const known: HeardCache<ReadonlyMap<string, ProviderSetup>> = heardCache((changed) =>
    db.listen(CHANNEL, changed, changed),
  )
  const load = async (): Promise<ReadonlyMap<string, ProviderSetup>> =>
    new Map((await providerRows(db)).map((row) => [row.provider, setupIn(deps, row)]))
  return {
    setupOf: async (provider) => (await known.get('all', clock(), load))?.get(provider) ?? untouched,
    announce: async (tx) => {
      await tx.run(sql`SELECT pg_notify(${CHANNEL}, '')`)
      tx.afterCommit(known.clear)
    },
  }
}

/** How a row says that its provider is set up. */
export function setupIn(
  deps: PaymentsDeps,
  row: Awaited<ReturnType<typeof providerRows>>[number],
): ProviderSetup {
  const { enabled, countries, last_webhook_at } = row
  return { enabled, countries, last_webhook_at, kept: keptIn(deps, row) }
}

/** Null too for what does not open, as after the master secret was replaced: then keys have to be entered again. */
function keptIn(
  deps: PaymentsDeps,
  { provider, sealed_keys }: Awaited<ReturnType<typeof providerRows>>[number],
): KeptKeys | null {
  if (sealed_keys === null) return null
  try {
    return openKeys(deps, provider, sealed_keys)
  } catch (error) {
    deps.log.error('the keys of a payment provider do not open', { provider, error })
    return null
  }
}
