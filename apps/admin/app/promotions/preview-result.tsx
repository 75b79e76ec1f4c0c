import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { discountSentence, formatMinor, refusalSentence } from '@rampart/kit/discount-words.ts'
import { Facts } from '@rampart/kit/facts.tsx'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'

type Preview = Answer<'pricing', 'previewPrices'>
type Discount = Preview['cart']['shipping']['discounts'][number]

/** A priced cart with the reason for each discount, and for each promotion that does nothing. */
export function PreviewResult({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const { cart, items, silent } = preview
  const { totals, currency } = cart
  const writing = { locale, currency }
  const money = (minor: number) => formatMinor(minor, currency, locale)
  const rate = (bp: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bp / 10_000)
  const nameOf = new Map(items.map((item) => [item.line_id, item]))
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('promotions.preview.result')} flush>
        <ul className="divide-y divide-line">
          {cart.lines.map((line) => {
            const item = nameOf.get(line.line_id)
            return (
              <li key={line.line_id} className="flex flex-col gap-1 px-5 py-3 text-control-sm">
                <div className="flex items-baseline justify-between gap-4">
                  <span className="font-medium">
                    {item?.quantity} × {item?.product_name}
                  </span>
                  <span className="figures">{money(line.list_minor)}</span>
                </div>
                <Discounts discounts={line.discounts} writing={writing} />
                <p className="figures text-xs text-ink-subtle">
                  {t('promotions.preview.lineTax', {
                    rate: rate(line.tax_rate_bp),
                    tax: money(line.tax_minor),
                    total: money(line.total_minor),
                  })}
                </p>
              </li>
            )
          })}
          {cart.shipping.discounts.length > 0 ? (
            <li className="px-5 py-3 text-control-sm">
              <Discounts discounts={cart.shipping.discounts} writing={writing} />
            </li>
          ) : null}
        </ul>
        <div className="border-t border-line px-5 py-4">
          <Facts
            items={[
              { name: t('promotions.preview.goods'), value: money(totals.list_minor) },
              { name: t('promotions.preview.discount'), value: money(-totals.discount_minor) },
              {
                name: t('promotions.preview.shipping'),
                value: money(totals.shipping_minor - totals.shipping_discount_minor),
              },
              ...cart.taxes.map((tax) => ({
                name: t('promotions.preview.tax', { rate: rate(tax.rate_bp) }),
                value: money(tax.tax_minor),
              })),
              {
                name: <strong>{t('promotions.preview.total')}</strong>,
                value: <strong>{money(totals.total_minor)}</strong>,
              },
            ]}
          />
        </div>
      </Card>
      <Card title={t('promotions.preview.silent')} flush>
        <ul className="divide-y divide-line">
          {cart.coupons.map(({ code, applied, refused, facts }) =>
            applied || refused === null ? null : (
              <li key={code} className="px-5 py-2.5 text-control-sm">
                <span className="font-mono font-medium">{code}</span>:{' '}
                <span className="text-ink-muted">{refusalSentence(refused, facts, writing)}</span>
              </li>
            ),
          )}
          {silent.map(({ promotion_id, name, reason, facts }) => (
            <li key={`${promotion_id} ${reason}`} className="px-5 py-2.5 text-control-sm">
              <span className="font-medium">{name}</span>:{' '}
              <span className="text-ink-muted">{refusalSentence(reason, facts, writing)}</span>
            </li>
          ))}
          {silent.length === 0 ? (
            <li className="px-5 py-3 text-control-sm text-ink-muted">{t('promotions.preview.noneSilent')}</li>
          ) : null}
        </ul>
      </Card>
    </div>
  )
}

function Discounts({
  discounts,
  writing,
}: {
  discounts: readonly Discount[]
  writing: { locale: string; currency: string }
}) {
  const { t } = useTranslation()
  return discounts.map((discount) => (
    <div key={discount.promotion_id} className="flex items-baseline justify-between gap-4 text-ink-muted">
      <span>
        {discount.name}: {discountSentence(discount.explanation, writing)}
        {discount.coupon === null ? '' : ` (${discount.coupon})`}
        {discount.limited ? ` · ${t('promotions.preview.limited')}` : ''}
      </span>
      <span className="figures whitespace-nowrap">
        {formatMinor(-discount.amount_minor, writing.currency, writing.locale)}
      </span>
    </div>
  ))
}
