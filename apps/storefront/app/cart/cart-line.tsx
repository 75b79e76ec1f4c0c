import { useTranslation } from 'react-i18next'
import { useFetcher } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { cx } from '@rampart/kit/cx.ts'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Picture } from '@rampart/kit/picture.tsx'
import { QuantityStepper } from '@rampart/kit/quantity-stepper.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { LineDiscounts } from '../codes/line-discounts.tsx'
import { useEnvironment } from '../environment.tsx'
import { CsrfField } from '../forms/csrf-field.tsx'
import { LineNotes } from './line-notes.tsx'
import type { CartItem } from './types.ts'

const MOST = 99

/** One line of the cart: a form of its own, with a button for each thing it can do. */
export function CartLine({ item }: { item: CartItem }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const fetcher = useFetcher()
  const hydrated = useHydrated()
  const title = item.product_name
  const busy = fetcher.state !== 'idle'
  const options = Object.entries(item.options)
  const unpriced = item.notes.includes('not_sold_in_currency')
  return (
    <li
      className={cx(
        'grid grid-cols-[5.5rem_1fr] grid-rows-[auto_1fr] gap-x-4 gap-y-3 py-6 transition-opacity sm:grid-cols-[7rem_1fr] sm:gap-x-6',
        busy && 'opacity-60',
      )}
    >
      <Picture
        image={item.picture}
        alt=""
        sizes="7rem"
        className="row-span-2 aspect-[4/5] w-full rounded-md"
      />
      <div className="grid grid-cols-[1fr_auto] items-start gap-x-6">
        <div className="min-w-0">
          <h2 className="text-base font-medium">
            <KitLink
              href={`/p/${item.product_slug}?variant=${item.variant_id}`}
              className="underline-offset-4 hover:underline"
            >
              {title}
            </KitLink>
          </h2>
          {options.length > 0 ? (
            <p className="text-sm text-ink-muted">
              {options.map(([name, value]) => `${name}: ${value}`).join(' · ')}
            </p>
          ) : null}
          {item.quantity > 1 && !unpriced ? (
            <p className="figures text-sm text-ink-muted">
              {t('cart.each', { price: formatMoney(item.unit_price, locale) })}
            </p>
          ) : null}
          <LineNotes item={item} />
          <LineDiscounts discounts={item.discounts} />
        </div>
        <p className="figures font-medium">{unpriced ? '–' : formatMoney(item.line_total, locale)}</p>
      </div>
      <fetcher.Form method="post" className="col-start-2 flex flex-wrap items-center gap-3 self-start">
        <CsrfField />
        <input type="hidden" name="item_id" value={item.id} />
        <QuantityStepper
          key={item.quantity}
          name="quantity"
          label={t('cart.quantityOf', { title })}
          defaultValue={item.quantity}
          max={Math.max(item.quantity, Math.min(MOST, item.available))}
          labels={{ less: t('product.less'), more: t('product.more') }}
          onCommit={(_value, form) => {
            if (form) void fetcher.submit(form, { method: 'post' })
          }}
        />
        <Button
          type="submit"
          name="intent"
          value="update"
          size="sm"
          className={hydrated ? 'hidden!' : undefined}
        >
          {t('cart.update')}
        </Button>
        <button
          type="submit"
          name="intent"
          value="remove"
          formNoValidate
          aria-label={t('cart.removeOf', { title })}
          className="px-1 py-2 text-sm text-ink-muted underlined hover:text-ink"
        >
          {t('cart.remove')}
        </button>
      </fetcher.Form>
    </li>
  )
}
