import { Gift } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { ProductGrid } from '../catalog/product-grid.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  return needed(clientOf(context).customers.getSharedWishlist({ token: params['token'] ?? '' }), url)
}

/** Somebody's wishlist, by the link they handed on. It tells the list's name, and nothing about whose it is. */
export default function SharedWishlistPage() {
  const { t } = useTranslation()
  const { name, products } = useLoaderData<typeof loader>()
  const title = name || t('wishlist.sharedTitle')
  return (
    <div className="page pt-8">
      <PageHead title={title} noIndex />
      <h1 className="text-3xl">{title}</h1>
      {products.length === 0 ? (
        <EmptyState
          icon={Gift}
          title={t('wishlist.sharedEmpty')}
          action={<LinkButton href="/">{t('cart.continue')}</LinkButton>}
        />
      ) : (
        <div className="pt-6">
          <ProductGrid products={products} level={2} />
        </div>
      )}
    </div>
  )
}
