import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { ProductCard } from '@rampart/kit/product-card.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import type { ProductSummary } from '../catalog/types.ts'
import { ProductPrice } from '../prices/product-price.tsx'
import { HeartButton } from './heart-button.tsx'
import { NoticeForm } from './notice-form.tsx'

type Wish = { product_id: string; product: ProductSummary | null; notice: boolean }

/** What stands on a wishlist, with what can be done about each: into the cart, or wait for it. */
export function WishList({ wishes }: { wishes: Wish[] }) {
  const { t } = useTranslation()
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-3 md:gap-x-6 md:gap-y-12 lg:grid-cols-4">
      {wishes.map(({ product_id, product }) =>
        product ? (
          <li key={product_id} className="relative flex flex-col gap-3">
            <ProductCard
              href={`/p/${product.slug}`}
              title={product.name}
              eyebrow={product.brand}
              image={product.picture}
              level={2}
              sizes="(min-width: 84rem) 20rem, (min-width: 64rem) 25vw, (min-width: 48rem) 33vw, 50vw"
              price={<ProductPrice priced={product} />}
            />
            <HeartButton productId={product_id} title={product.name} />
            {product.in_stock ? (
              <MoveForm product={product} />
            ) : (
              <NoticeForm productId={product_id} path="/wishlist" />
            )}
          </li>
        ) : (
          <li key={product_id} className="relative rounded-lg border border-line p-4 pt-14 text-ink-muted">
            <HeartButton productId={product_id} title={t('wishlist.goneTitle')} />
            {t('wishlist.gone')}
          </li>
        ),
      )}
    </ul>
  )
}

function MoveForm({ product }: { product: ProductSummary }) {
  const { t } = useTranslation()
  // Of several prices one belongs to the variant that is to be chosen first.
  if (product.price_varies)
    return (
      <LinkButton href={`/p/${product.slug}`} size="sm" className="self-start">
        {t('wishlist.choose')}
      </LinkButton>
    )
  return (
    <ShopForm action="/wishlist" preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="product_id" value={product.id} />
      <input type="hidden" name="slug" value={product.slug} />
      <Button type="submit" size="sm" aria-label={t('wishlist.moveOf', { title: product.name })}>
        {t('wishlist.move')}
      </Button>
    </ShopForm>
  )
}
