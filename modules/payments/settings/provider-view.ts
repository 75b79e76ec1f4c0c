import type { payments } from '@rampart/contracts/payments.ts'
import type { z } from 'zod'
import { CASH } from '../cash/cash-provider.ts'
import type { PaymentsDeps } from '../deps.ts'
import { keyFormOf } from './key-forms.ts'
import type { ProviderSetup } from './known-providers.ts'

type Wire = z.input<(typeof payments)['operations']['updateProvider']['output']>

const SHOWN = 4

/** A provider as its settings show it. */
export function providerView(deps: PaymentsDeps, code: Wire['code'], setup: ProviderSetup): Wire {
  const form = keyFormOf(code)
  if (form === null) return code === CASH ? cashView(setup) : withoutKeys(deps, code)
  const values = setup.kept?.values ?? {}
  const keys = form.fields.map(({ name, required }) => ({ name, required, ends: endOf(values[name]) }))
  const { old_secret } = setup.kept ?? { old_secret: null }
  const usable = isSetUp(code, setup)
  return {
    code,
    state: setup.enabled && usable ? (form.modeOf(values) ?? 'off') : 'off',
    enabled: setup.enabled,
    keys,
    webhook_url: `${deps.settings.public_url}/api/v1/payments/webhooks/${code}`,
    webhook_events: [...form.events],
    last_webhook_at: setup.last_webhook_at,
    old_secret_until:
      old_secret !== null && deps.clock().getTime() < old_secret.until
        ? new Date(old_secret.until).toISOString()
        : null,
    countries: null,
  }
}

/** Cash is real money, and taken where the merchant says. */
function cashView({ enabled, countries }: ProviderSetup): Wire {
  const named = (countries?.length ?? 0) > 0
  return {
    code: CASH,
    state: enabled && named ? 'live' : 'off',
    enabled,
    keys: [],
    webhook_url: null,
    webhook_events: [],
    last_webhook_at: null,
    old_secret_until: null,
    countries: [...(countries ?? [])],
  }
}

/** Whether nothing is missing that a provider needs before it can be offered; without a webhook's secret it never is. */
export function isSetUp(code: Wire['code'], { kept, countries }: ProviderSetup): boolean {
  if (code === CASH) return (countries?.length ?? 0) > 0
  const form = keyFormOf(code)
  if (form === null) return false
  return form.fields.every(({ name, required }) => !required || kept?.values[name] !== undefined)
}

function withoutKeys({ settings }: PaymentsDeps, code: Wire['code']): Wire {
  return {
    code,
    state: settings.sandbox_payments ? 'test' : 'off',
    enabled: settings.sandbox_payments,
    keys: null,
    webhook_url: null,
    webhook_events: [],
    last_webhook_at: null,
    old_secret_until: null,
    countries: null,
  }
}

/** How a key ends. Nothing of one that is so short that four signs would say much. */
function endOf(key: string | undefined): string | null {
  if (key === undefined) return null
  return key.length < 4 * SHOWN ? '' : key.slice(-SHOWN)
}
