import type { Payments } from '@rampart/contracts/payments.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal, StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { paymentsModuleWith } from '../module.ts'
import type { ProviderKeys } from '../providers.ts'
import { WEBHOOK_KEY } from '../sandbox/sandbox-provider.ts'
import { SIGNATURE_HEADER, signatureOf } from '../sandbox/signature.ts'

export type Payment = OutputOf<Payments, 'createPayment'>
export type Refund = OutputOf<Payments, 'refundOrder'>
export type Books = OutputOf<Payments, 'listPayments'>
export type BankPage = OutputOf<Payments, 'getSandboxPayment'>
type AuditEntry = { action: string; subject_id: string; after: Record<string, unknown> }

export const guest: Principal = { kind: 'guest', guest_token: null }

export function staff(permissions: readonly string[] = ['payments:*']): StaffPrincipal {
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'manager', permissions }
}

export const CAPTURED = 'payments.payment-captured.v1'
export const FAILED = 'payments.payment-failed.v1'
export const REFUNDED = 'payments.payment-refunded.v1'
export const CANCELLED_ORDER = 'orders.order-cancelled.v1'

/** The key that the harness's bank signs with. */
const bankKey = keyring(Buffer.alloc(32, 7)).derive(WEBHOOK_KEY)

/** The payments module with a database of its own; its sandbox bank keeps its books in the same one. */
export async function openPayments(options: HarnessOptions = {}, keys: ProviderKeys | null = {}) {
  const clock = options.clock ?? (() => new Date())
  const h = await testModule(paymentsModuleWith(keys), { ...options, clock })
  const inside = { principal: { kind: 'system' } as const, caller: 'checkout' }
  const clerk = staff()
  const shop = {
    ...h,
    open: (
      order_id: string = newId(),
      amount_minor = 4_240,
      { provider = 'sandbox', currency = 'USD' } = {},
    ): Promise<Payment> =>
      h.call(
        'createPayment',
        {
          order_id,
          provider,
          amount_minor,
          currency,
          return_url: 'https://shop.example/done',
        },
        inside,
      ),
    sync: (order_id: string): Promise<Payment | null> => h.call('syncPayment', { order_id }, inside),
    cancel: (order_id: string): Promise<Payment | null> => h.call('cancelPayment', { order_id }, inside),
    refundCancelled: (order_id: string): Promise<null> =>
      h.call('refundCancelledOrder', { order_id }, inside),
    approve: (payment_id: string, more: object = {}): Promise<BankPage> =>
      h.call('approveSandboxPayment', { payment_id, ...more }, { principal: guest }),
    decline: (payment_id: string): Promise<BankPage> =>
      h.call('declineSandboxPayment', { payment_id }, { principal: guest }),
    bankPage: (payment_id: string): Promise<BankPage> =>
      h.call('getSandboxPayment', { payment_id }, { principal: guest }),
    refund: (
      order_id: string,
      more: object = {},
      key: string = newId(),
      who: Principal = clerk,
    ): Promise<Refund> =>
      h.call('refundOrder', { order_id, ...more }, { principal: who, idempotency_key: key }),
    books: (order_id: string): Promise<Books> => h.call('listPayments', { order_id }, { principal: clerk }),
    /** A captured payment. */
    captured: async (amount_minor = 4_240): Promise<Payment> => {
      const payment = await shop.open(newId(), amount_minor)
      await shop.approve(payment.id)
      await shop.sync(payment.order_id)
      return payment
    },
    /** What the bank would send about a payment now, well signed unless told otherwise. */
    message: (payment: Payment, change: object = {}) =>
      JSON.stringify({
        id: newId(),
        merchant: h.settings.public_url,
        reference: payment.id,
        status: 'captured',
        amount_minor: payment.amount_minor,
        currency: payment.currency,
        ...change,
      }),
    webhook: (
      raw_body: string,
      signature: string | null = signatureOf(bankKey, raw_body, Math.floor(clock().getTime() / 1000)),
      provider = 'sandbox',
    ): Promise<{ received: true }> =>
      h.call(
        'receiveWebhook',
        { provider, raw_body, headers: signature === null ? {} : { [SIGNATURE_HEADER]: signature } },
        { principal: guest },
      ),
    sign: (body: string, at: Date = clock()): string =>
      signatureOf(bankKey, body, Math.floor(at.getTime() / 1000)),
    audits: async (subject_id: string): Promise<AuditEntry[]> => {
      const events = await h.events()
      return events
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map((event) => event.payload as AuditEntry)
        .filter((entry) => entry.subject_id === subject_id)
    },
    news: async (order_id: string): Promise<{ type: string; payload: Record<string, unknown> }[]> => {
      const events = (await h.events()) as { type: string; payload: Record<string, unknown> }[]
      return events.filter(
        (event) => event.type !== 'audit.entry-recorded.v1' && event.payload['order_id'] === order_id,
      )
    },
    /** Rules of the books that are broken; empty when all is well. */
    brokenRules: (): Promise<{ rule: string; id: string }[]> =>
      h.db.many(sql`
        SELECT 'a transaction does not balance' AS rule, transaction_id AS id FROM payments.ledger_entries
          GROUP BY transaction_id HAVING sum(debit_minor) <> sum(credit_minor) OR count(DISTINCT currency) <> 1
        UNION ALL
        SELECT 'the ledger tells another capture', p.id FROM payments.payments p
          WHERE captured_minor <> coalesce((SELECT sum(credit_minor) FROM payments.ledger_entries l
            WHERE l.payment_id = p.id AND account = 'customer_payments'), 0)
        UNION ALL
        SELECT 'the ledger tells another refund', p.id FROM payments.payments p
          WHERE refunded_minor <> coalesce((SELECT sum(debit_minor - credit_minor) FROM payments.ledger_entries l
            WHERE l.payment_id = p.id AND account = 'refunds'), 0)
        UNION ALL
        SELECT 'the refunds add up to something else', p.id FROM payments.payments p
          WHERE refunded_minor <> coalesce((SELECT sum(amount_minor) FROM payments.refunds r
            WHERE r.payment_id = p.id AND r.status <> 'failed'), 0)
        UNION ALL
        SELECT 'the bank paid back something else', p.id FROM payments.payments p
          WHERE provider = 'sandbox' AND coalesce((SELECT sum(amount_minor) FROM payments.refunds r
              WHERE r.payment_id = p.id AND r.status = 'succeeded'), 0)
            <> coalesce((SELECT sum(amount_minor) FROM payments.sandbox_refunds s
              WHERE s.reference::text = p.provider_reference), 0)`),
  }
  return shop
}

/** Closes the scene after a last look at its books. */
export async function closeBalanced(shop: Awaited<ReturnType<typeof openPayments>>): Promise<void> {
  const broken = await shop.brokenRules()
  await shop.close()
  if (broken.length > 0) throw new Error(JSON.stringify(broken))
}
