import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { PaymentsDeps } from '../deps.ts'
import { differenceOf } from '../domain/compare.ts'
import type { ListedPayment, PaymentProvider } from '../provider.ts'
import { recordState } from '../record-state.ts'
import { keepFinding, settleAgreed } from '../store/finding-row.ts'
import { paymentByReference, type PaymentRow } from '../store/payment-row.ts'

const DAYS_MS = 3 * 86_400_000
/** What is younger may still be undecided. */
const QUIET_MS = 20 * 60_000
/** A provider is given minutes, not the seconds of somebody who waits. */
const PATIENCE_MS = 5 * 60_000

/** Compares what providers list with our own books, over the last days. One that cannot be asked is asked next time. */
export const compareProviders =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>) =>
  async ({ call, now }: JobContext): Promise<void> => {
    for (const provider of providers.values()) {
      if (!(await wasUsed(deps, provider.code))) continue
      const patient = { ...call, deadline: deps.clock().getTime() + PATIENCE_MS }
      let compared = 0
      let failed = false
      try {
        compared = await compareProvider(deps, patient, provider, now())
      } catch (error) {
        failed = true
        deps.log.warn('the books of a payment provider could not be compared', {
          provider: provider.code,
          error,
        })
      }
      await deps.db.run(sql`
        INSERT INTO payments.comparisons (provider, compared_at, payments, failed)
        VALUES (${provider.code}, ${now()}, ${compared}, ${failed})
        ON CONFLICT (provider) DO UPDATE
        SET compared_at = excluded.compared_at, payments = excluded.payments, failed = excluded.failed`)
    }
  }

async function wasUsed(deps: PaymentsDeps, provider: string): Promise<boolean> {
  const { used } = await deps.db.one<{ used: boolean }>(
    sql`SELECT EXISTS (SELECT FROM payments.payments WHERE provider = ${provider}) AS used`,
  )
  return used
}

async function compareProvider(
  deps: PaymentsDeps,
  context: CallContext,
  provider: PaymentProvider,
  now: Date,
): Promise<number> {
  const agreed: string[] = []
  let compared = 0
  const since = new Date(now.getTime() - DAYS_MS)
  for await (const listed of provider.list(context, since, new Date(now.getTime() - QUIET_MS))) {
    compared += 1
    if (await agrees(deps, context, provider.code, listed, now)) agreed.push(listed.reference)
  }
  await settleAgreed(deps.db, provider.code, agreed, now)
  return compared
}

/** Looks at one payment. A capture that we had not heard of is taken in: checkout finishes the order, or it is paid back. */
async function agrees(
  deps: PaymentsDeps,
  context: CallContext,
  provider: string,
  { reference, state }: ListedPayment,
  now: Date,
): Promise<boolean> {
  const here = await paymentByReference(deps.db, provider, reference)
  const kind = differenceOf({ ...state, captured: state.status === 'captured' }, here && booked(here))
  if (kind === null) return true
  const finding = { provider, reference, kind, payment_id: here?.id ?? null, there_minor: state.amount_minor }
  await keepFinding(deps.db, { ...finding, currency: state.currency }, now)
  if (kind !== 'captured_there' || here === null) return false
  await deps.db.tx((tx) => recordState(deps, tx, context, here, state))
  return true
}

function booked({ captured_minor, amount_minor, currency }: PaymentRow) {
  return { captured: captured_minor > 0, amount_minor, currency }
}
