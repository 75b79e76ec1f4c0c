import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { someAddress } from './api.ts'
import { call, done, type Errand, type Stage } from './errands.ts'
import { orderOf } from './scenery.ts'

/** Nobody answers at the stand-in, so the keys are kept untried. */
const keys = {
  secret_key: 'sk_test_canary_51Nv0',
  publishable_key: 'pk_test_canary_51Nv0',
  webhook_secret: 'whsec_canary_8Zk2',
}

async function setUp(stage: Stage): Promise<void> {
  await done(stage, 'PUT', '/payments/providers/stripe/keys', { token: stage.owner.token, body: { keys } })
}

/** Money, and how the ways to pay are set up. */
export const errandsOfPayments: Readonly<Record<string, Errand>> = {
  'payments.recordCash': async (stage) => {
    const country = someAddress.country
    const on = { enabled: true, countries: [country] }
    const { token } = stage.owner
    await done(stage, 'PUT', '/payments/providers/cash_on_delivery', { token, body: on })
    const buyer = await stage.shop.account('customer')
    const body = { ...orderOf(stage.article.variant_id), payment_method: 'cash_on_delivery' }
    const { id } = await done(stage, 'POST', '/orders', { token: buyer.token, body })
    return call(stage, 'POST', `/orders/${String(id)}/payments/cash`, { token })
  },
  'payments.settleFinding': async (stage) => {
    const id = newId()
    await stage.shop.db.run(sql`
      INSERT INTO payments.findings (id, provider, reference, kind, there_minor, currency, found_at)
      VALUES (${id}, 'stripe', ${id}, 'unknown_here', 100, 'USD', now())`)
    const body = { note: 'It was a test.' }
    return call(stage, 'POST', `/payments/findings/${id}/settle`, { token: stage.owner.token, body })
  },
  'payments.setProviderKeys': async (stage) =>
    call(stage, 'PUT', '/payments/providers/stripe/keys', { token: stage.owner.token, body: { keys } }),
  'payments.updateProvider': async (stage) => {
    await setUp(stage)
    const body = { enabled: true }
    return call(stage, 'PUT', '/payments/providers/stripe', { token: stage.owner.token, body })
  },
  'payments.removeProviderKeys': async (stage) => {
    await setUp(stage)
    return call(stage, 'DELETE', '/payments/providers/stripe/keys', { token: stage.owner.token })
  },
}
