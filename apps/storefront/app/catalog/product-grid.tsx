import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Badge } from '@rampart/kit/badge.tsx'
import { ProductCard } from '@rampart/kit/product-card.tsx'
import { HeartButton } from '../lists/heart-button.tsx'
import { priceIn } from '../prices/price-in.ts'
import { ProductPrice } from '../prices/product-price.tsx'
import { useCurrency } from '../prices/use-currency.ts'
import { CardRating } from '../reviews/card-rating.tsx'
import type { ProductSummary } from './types.ts'

const SEEN_FIRST = 4

/** What is said over the picture: sold out, or marked down; most cards say nothing. */
function badgeOf(
  product: ProductSummary,
  currency: string | undefined,
  texts: { soldOut: string; sale: string },
) {
  if (!product.in_stock) return <Badge className="bg-surface!">{texts.soldOut}</Badge>
  const asked = priceIn(product, currency ?? product.price.currency)
  if (asked?.compare_at_price ?? asked?.sale_ends_at) return <Badge tone="danger">{texts.sale}</Badge>
  return null
}

/** Products side by side: two on a phone, up to four on a desk. */
export function ProductGrid({
  products,
  level,
  narrow,
  eager,
}: {
  products: ProductSummary[]
  level: 2 | 3
  /** Beside a column of filters: three at most. */
  narrow?: boolean
  /** The first row is on screen at once. */
  eager?: boolean
}) {
  const { t } = useTranslation()
  const currency = useCurrency()
  const pictured = products.some((product) => product.picture)
  const sizes = narrow
    ? '(min-width: 64rem) 22vw, (min-width: 48rem) 33vw, 50vw'
    : '(min-width: 84rem) 20rem, (min-width: 64rem) 25vw, (min-width: 48rem) 33vw, 50vw'
  return (
    <ul
      className={cx(
        'grid grid-cols-2 gap-x-4 md:grid-cols-3',
        pictured ? 'gap-y-8 md:gap-x-6 md:gap-y-12' : 'gap-y-4',
        !narrow && 'lg:grid-cols-4',
      )}
    >
      {products.map((product, index) => (
        <li key={product.id} className="relative">
          <ProductCard
            href={`/p/${product.slug}`}
            title={product.name}
            eyebrow={product.brand}
            image={pictured ? product.picture : undefined}
            level={level}
            sizes={sizes}
            eager={eager === true && index < SEEN_FIRST}
            badge={badgeOf(product, currency, { soldOut: t('product.soldOut'), sale: t('product.sale') })}
            price={
              <>
                <ProductPrice priced={product} withLowest />
                <CardRating rating={product.rating} />
              </>
            }
          />
          <HeartButton productId={product.id} title={product.name} />
        </li>
      ))}
    </ul>
  )
}
