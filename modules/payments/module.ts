import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { cancelPayment } from './cancel-payment.ts'
import { recordCash } from './cash/record-cash.ts'
import { confirmStripePayment, verifyRazorpayPayment } from './confirm-payment.ts'
import { createPayment } from './create-payment.ts'
import { finishRefunds } from './finish-refunds.ts'
import { listMethods } from './list-methods.ts'
import { listPayments } from './list-payments.ts'
import { onOrderCancelled } from './on-order-cancelled.ts'
import { type ProviderKeys, providersOf } from './providers.ts'
import { receiveWebhook } from './receive-webhook.ts'
import { askFees } from './reconciliation/ask-fees.ts'
import { compareProviders } from './reconciliation/compare-providers.ts'
import { listFindings } from './reconciliation/list-findings.ts'
import { listLedger } from './reconciliation/list-ledger.ts'
import { settleFinding } from './reconciliation/settle-finding.ts'
import { refundCancelledOrder } from './refund-cancelled-order.ts'
import { refundOrder } from './refund-order.ts'
import {
  approveSandboxPayment,
  declineSandboxPayment,
  getSandboxPayment,
} from './sandbox/decide-sandbox-payment.ts'
import { SEND_WEBHOOK, sendWebhook } from './sandbox/send-webhook.ts'
import { knownProviders } from './settings/known-providers.ts'
import { listProviders } from './settings/list-providers.ts'
import { removeProviderKeys } from './settings/remove-provider-keys.ts'
import { setProviderKeys } from './settings/set-provider-keys.ts'
import { storedKeys } from './settings/stored-keys.ts'
import { updateProvider } from './settings/update-provider.ts'
import { syncPayment } from './sync-payment.ts'

/** The module with keys from elsewhere than its settings, for tests. */
export const paymentsModuleWith = (keys: ProviderKeys | null) =>
  defineModule({
    contract: payments,
    calls: { orders },
    migrations: new URL('./migrations/', import.meta.url),
    create: (deps) => {
      const known = knownProviders(deps)
      const providers = providersOf(deps, known, keys ?? storedKeys(deps, known))
      return {
        operations: {
          listMethods: listMethods(providers),
          createPayment: createPayment(deps, providers),
          syncPayment: syncPayment(deps, providers),
          cancelPayment: cancelPayment(deps, providers),
          refundCancelledOrder: refundCancelledOrder(deps, providers),
          refundOrder: refundOrder(deps, providers),
          recordCash: recordCash(deps),
          listLedger: listLedger(deps),
          listFindings: listFindings(deps),
          settleFinding: settleFinding(deps),
          listPayments: listPayments(deps),
          receiveWebhook: receiveWebhook(deps, providers),
          confirmStripePayment: confirmStripePayment(deps, providers),
          verifyRazorpayPayment: verifyRazorpayPayment(deps, providers),
          listProviders: listProviders(deps, known),
          setProviderKeys: setProviderKeys(deps, known),
          removeProviderKeys: removeProviderKeys(deps, known),
          updateProvider: updateProvider(deps, known),
          getSandboxPayment: getSandboxPayment(deps),
          approveSandboxPayment: approveSandboxPayment(deps),
          declineSandboxPayment: declineSandboxPayment(deps),
        },
        listens: [listen(orders, 'orders.order-cancelled.v1', onOrderCancelled(deps, providers))],
        jobs: { [SEND_WEBHOOK]: sendWebhook(deps) },
        schedules: [
          { name: 'finish-refunds', everySeconds: 30, run: finishRefunds(deps, providers) },
          { name: 'ask-fees', everySeconds: 300, run: askFees(deps, providers) },
          { name: 'compare-providers', everySeconds: 3_600, run: compareProviders(deps, providers) },
        ],
      }
    },
  })

/** Payments, with the keys that staff gave the shop. */
export const paymentsModule = paymentsModuleWith(null)
