import { Search } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Picture } from '@rampart/kit/picture.tsx'
import type { useCombobox } from '@rampart/kit/use-combobox.ts'
import type { Suggestion } from '../catalog/suggestions.ts'
import { useEnvironment } from '../environment.tsx'
import { priceIn } from '../prices/price-in.ts'
import { useCurrency } from '../prices/use-currency.ts'

const kinds = ['query', 'category', 'product'] as const

/** What may be meant, by kind, below the line in which somebody types. */
export function SuggestionList({
  suggestions,
  combobox,
  note,
}: {
  suggestions: readonly Suggestion[]
  combobox: ReturnType<typeof useCombobox>
  /** Said above: what a misspelt word was taken for. */
  note: ReactNode
}) {
  const { t } = useTranslation()
  const labelled = useId()
  const numbered = suggestions.map((suggestion, index) => ({ suggestion, index }))
  return (
    <div className="absolute top-full right-0 left-0 z-40 mt-1.5 max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-lg lg:left-auto lg:w-104">
      {note ? <p className="px-2.5 pt-1.5 pb-1 text-sm text-ink-muted wrap-anywhere">{note}</p> : null}
      <div {...combobox.list} aria-label={t('search.suggestions')}>
        {kinds.map((kind) => {
          const own = numbered.filter(({ suggestion }) => suggestion.kind === kind)
          if (own.length === 0) return null
          return (
            <div key={kind} role="group" aria-labelledby={`${labelled}-${kind}`}>
              <p
                id={`${labelled}-${kind}`}
                role="presentation"
                className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-subtle"
              >
                {t(`search.suggested_${kind}`)}
              </p>
              {own.map(({ suggestion, index }) => (
                <div
                  key={suggestion.href}
                  {...combobox.option(index)}
                  className={cx(
                    'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 text-sm',
                    index === combobox.active && 'bg-hover',
                  )}
                >
                  <SuggestionLine suggestion={suggestion} />
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function SuggestionLine({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const chosen = useCurrency()
  if (suggestion.kind === 'product') {
    const { product } = suggestion
    const currency = chosen ?? product.price.currency
    const asked = priceIn(product, currency)
    return (
      <>
        <Picture image={product.picture} alt="" sizes="40px" className="size-10 shrink-0 rounded-sm" />
        <span className="line-clamp-2 min-w-0 flex-1">{product.name}</span>
        <span className="figures shrink-0 text-ink-muted">
          {asked ? formatMoney(asked.price, locale) : t('currency.notSold', { currency })}
        </span>
      </>
    )
  }
  return (
    <>
      {suggestion.kind === 'query' ? <Icon icon={Search} size="sm" className="text-ink-subtle" /> : null}
      <span className="min-w-0 flex-1 truncate">{suggestion.text}</span>
    </>
  )
}
