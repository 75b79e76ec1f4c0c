import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '@rampart/kit/notice.tsx'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { PaymentStatusBadge } from '../orders/order-status.tsx'
import { Ledger } from './ledger.tsx'
import { useProviderName } from './use-provider-name.ts'

type OrderMoney = Answer<'payments', 'listLedger'>['items'][number]

/** One order's money: in, back, kept by others, left; and the entries behind it. */
export function MoneyRow({ money }: { money: OrderMoney }) {
  const { t } = useTranslation()
  const format = useFormat()
  const providerName = useProviderName()
  const figures = [
    [t('money.captured'), format.money(money.captured)],
    [t('money.refunded'), format.money(money.refunded)],
    [t('money.fee'), money.fee === null ? t('money.unknownFee') : format.money(money.fee)],
    [t('money.kept'), format.money(money.kept)],
  ] as const
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5">
        <div className="min-w-0 flex-1 basis-56">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link to={`/orders/${money.order_id}`} className="font-medium underlined">
              {t('money.openOrder')} · {format.money(money.amount)}
            </Link>
            <PaymentStatusBadge status={money.status} />
          </div>
          <p className="mt-0.5 text-xs text-ink-subtle">
            {providerName(money.provider)} · {format.dayTime(money.created_at)}
          </p>
        </div>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-control-sm sm:grid-cols-4">
          {figures.map(([name, value]) => (
            <div key={name} className="text-right">
              <dt className="text-xs text-ink-subtle">{name}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {money.balanced ? null : (
        <div className="px-5 pt-3">
          <Notice tone="danger">
            <p>{t('money.unbalanced')}</p>
          </Notice>
        </div>
      )}
      {money.entries.length === 0 ? null : (
        <div className="mt-3">
          <Ledger entries={money.entries} />
        </div>
      )}
    </li>
  )
}
