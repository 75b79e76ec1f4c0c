import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cx } from '@rampart/kit/cx.ts'
import { optionChoices } from './choose-variant.ts'
import type { Product, Variant } from './types.ts'

/** A choice for each option, every value a link to the variant it leads to: no script needed. */
export function VariantPicker({
  product,
  current,
  path = `/p/${product.slug}`,
}: {
  product: Product
  current: Variant
  /** Of the page it stands on. */
  path?: string
}) {
  const { t } = useTranslation()
  return product.options.map((option) => (
    <div key={option.name} role="group" aria-label={option.name}>
      <p className="mb-2 text-sm">
        <span className="text-ink-muted">{option.name}: </span>
        <span className="font-medium">{current.options[option.name]}</span>
      </p>
      <ul className="flex flex-wrap gap-2">
        {optionChoices(product, current, option).map((choice) => {
          if (!choice.variant) return null
          const out = !choice.exact || !choice.variant.in_stock
          return (
            <li key={choice.value}>
              <Link
                to={`${path}?variant=${choice.variant.id}`}
                replace
                preventScrollReset
                aria-current={choice.selected ? 'true' : undefined}
                className={cx(
                  'inline-flex min-h-11 min-w-11 items-center justify-center rounded-md border px-4 text-sm transition-colors',
                  choice.selected
                    ? 'border-ink bg-ink text-canvas'
                    : 'border-line-strong bg-surface hover:border-ink',
                  out && !choice.selected && 'text-ink-subtle line-through',
                )}
              >
                {choice.value}
                {out ? <span className="visually-hidden"> ({t('product.unavailable')})</span> : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  ))
}
