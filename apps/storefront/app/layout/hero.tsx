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
    <section className="page grid items-center gap-8 pt-8 lg:grid-cols-12 lg:gap-12">
      <div
        className={cx('flex flex-col items-start gap-7 lg:py-10', first ? 'lg:col-span-6' : 'lg:col-span-9')}
      >
        <h1 className="text-5xl lg:text-[3.5rem]">{shop?.tagline ?? shop?.name}</h1>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/search" variant="primary" size="lg">
            {t('home.shopNow')}
          </LinkButton>
          <LinkButton href="/search?sort=newest" size="lg">
            {t('home.newArrivals')}
          </LinkButton>
        </div>
      </div>
      <div className="grid grid-cols-2 gap-4 lg:col-span-6 lg:gap-6">
        {[first, second].map((product) =>
          product ? (
            <KitLink
              key={product.id}
              href={`/p/${product.slug}`}
              className={second ? undefined : 'col-span-2'}
            >
              <Picture
                image={product.picture}
                alt={product.name}
                eager
                sizes="(min-width: 84rem) 20rem, (min-width: 64rem) 23vw, 50vw"
                className="aspect-[3/4] w-full rounded-md lg:aspect-[2/3]"
              />
            </KitLink>
          ) : null,
        )}
      </div>
    </section>
  )
}
