import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { ProductSummary } from '../catalog/types.ts'
import { useShellData } from './use-shell-data.ts'

/** The first thing seen: what the shop is, one way in, and pictures of what it sells. */
export function Hero({ products }: { products: ProductSummary[] }) {
  const { t } = useTranslation()
  const shop = useShellData()?.shop
  const [first, second] = products
  return (
    <section className="page grid items-stretch gap-6 pt-4 lg:grid-cols-12 lg:gap-8 lg:pt-8">
      <div
        className={cx(
          'flex flex-col items-start justify-end gap-7 pt-8 pb-2 lg:pt-10 lg:pb-0',
          first ? 'lg:col-span-5' : 'lg:col-span-9',
        )}
      >
        <h1 className="text-5xl">{shop?.tagline ?? shop?.name}</h1>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/search" variant="primary" size="lg">
            {t('home.shopNow')}
          </LinkButton>
          <LinkButton href="/search?sort=newest" size="lg">
            {t('home.newArrivals')}
          </LinkButton>
        </div>
      </div>
      <div className="grid grid-cols-5 gap-4 lg:col-span-7 lg:gap-6">
        {[first, second].map((product, index) =>
          product ? (
            <KitLink
              key={product.id}
              href={`/p/${product.slug}`}
              className={index === 0 ? 'group col-span-3' : 'group col-span-2 self-end'}
            >
              <Picture
                image={product.picture}
                alt={product.name}
                eager
                sizes={index === 0 ? '(min-width: 64rem) 34vw, 60vw' : '(min-width: 64rem) 22vw, 40vw'}
                className="aspect-[3/4] w-full rounded-md"
              />
            </KitLink>
          ) : null,
        )}
      </div>
    </section>
  )
}
