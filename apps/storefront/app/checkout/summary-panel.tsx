import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { CodeField } from '../codes/code-field.tsx'
import { EnteredCodes } from '../codes/entered-codes.tsx'
import { useEnvironment } from '../environment.tsx'
import { SummaryLines } from './order-summary.tsx'
import { QuoteTotals } from './quote-totals.tsx'
import type { Quote } from './types.ts'

/** What is bought, what it costs and the button: beside the form on a desk; sums and button below it on a phone. */
export function SummaryPanel({
  quote,
  total,
  estimated,
  busy,
  placing,
  codeFailed,
  typed,
  codeTaken,
}: {
  quote: Quote
  total: string
  estimated: boolean
  busy: boolean
  placing: boolean
  /** Why the code that was entered last was refused. */
  codeFailed: string | null
  typed: string | undefined
  /** Another one whenever a code was taken in: the field is empty again. */
  codeTaken: number
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const blocked = quote.items.some((line) =>
    line.notes.some((note) => note === 'out_of_stock' || note === 'not_sold_any_more'),
  )
  return (
    <section
      aria-label={t('checkout.review')}
      aria-busy={busy}
      className="self-start rounded-lg bg-well p-5 sm:p-6 lg:sticky lg:top-24"
    >
      <div className="flex items-baseline justify-between gap-4 lg:mb-5">
        <h2 className="text-lg">{t('checkout.review')}</h2>
        <KitLink href="/cart" className="text-sm underlined">
          {t('checkout.backToCart')}
        </KitLink>
      </div>
      <div className="max-lg:hidden">
        <SummaryLines lines={quote.items} />
      </div>
      <QuoteTotals quote={quote} total={total} estimated={estimated} />
      <EnteredCodes coupons={quote.coupons} giftCards={quote.gift_cards} currency={quote.total.currency} />
      <CodeField key={codeTaken} failed={codeFailed} typed={typed} />
      <Button
        type="submit"
        name="intent"
        value="place"
        variant="primary"
        size="lg"
        block
        className="mt-6 px-3! whitespace-normal!"
        pending={placing}
        disabled={blocked || quote.shipping_options.length === 0}
      >
        {placing
          ? t('checkout.placing')
          : t('checkout.placeWithTotal', { total: formatMoney(quote.to_pay, locale) })}
      </Button>
      <p className="mt-3 text-xs text-ink-subtle">{t('checkout.terms')}</p>
    </section>
  )
}
