import { call, done, type Errand, type Stage } from './errands.ts'

/** Nobody answers at the stand-in, so the keys are kept untried. */
const keys = {
  secret_key: 'sk_test_canary_51Nv0',
  publishable_key: 'pk_test_canary_51Nv0',
  webhook_secret: 'whsec_canary_8Zk2',
}

async function setUp(stage: Stage): Promise<void> {
  await done(stage, 'PUT', '/payments/providers/stripe/keys', { token: stage.owner.token, body: { keys } })
}

/** How the ways to pay are set up. */
export const errandsOfPayments: Readonly<Record<string, Errand>> = {
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
