import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { ShopPicture } from './types.ts'

type Tile = {
  slug: string
  name: string
  picture: ShopPicture | null
  product_count: number
  /** What lies below it, named under its picture. */
  children?: { slug: string; name: string }[]
}

/** Some categories under a heading, on a page with other things. */
export function CategoryTiles({ categories }: { categories: Tile[] }) {
  const { t } = useTranslation()
  if (categories.length === 0) return null
  return (
    <section className="page mt-section">
      <h2 className="mb-6 text-2xl">{t('home.categoriesTitle')}</h2>
      <CategoryGrid categories={categories} />
    </section>
  )
}

/** The categories, with their pictures where they have some. */
export function CategoryGrid({ categories }: { categories: Tile[] }) {
  const pictured = categories.every((category) => category.picture)
  return (
    <ul className="grid grid-cols-2 gap-4 md:grid-cols-3 md:gap-x-6 md:gap-y-8">
      {categories.map((category, index) => (
        <li
          key={category.slug}
          data-wide={index % 2 === 0 && index === categories.length - 1 ? '' : undefined}
          className="group/tile max-md:data-wide:col-span-2"
        >
          <KitLink href={`/c/${category.slug}`} className="group block">
            {pictured ? (
              <Picture
                image={category.picture}
                alt=""
                sizes="(min-width: 84rem) 27rem, (min-width: 48rem) 33vw, 50vw"
                className="aspect-square w-full rounded-md max-md:group-data-wide/tile:aspect-[2/1]"
              />
            ) : null}
            <span
              className={
                pictured
                  ? 'mt-3 flex items-center gap-2 font-medium'
                  : 'flex min-h-20 items-center justify-between gap-2 rounded-md border border-line bg-surface px-5 font-medium'
              }
            >
              <span className="underline-offset-4 decoration-1 group-hover:underline">{category.name}</span>
              <Icon icon={ArrowRight} size="sm" className="transition-transform group-hover:translate-x-1" />
            </span>
          </KitLink>
          {category.children && category.children.length > 0 ? (
            <ul className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-muted">
              {category.children.map((child) => (
                <li key={child.slug}>
                  <KitLink
                    href={`/c/${child.slug}`}
                    className="inline-block py-1 underline-offset-4 hover:text-ink hover:underline"
                  >
                    {child.name}
                  </KitLink>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
