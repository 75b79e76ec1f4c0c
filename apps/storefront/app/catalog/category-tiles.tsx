import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { ShopPicture } from './types.ts'

type Tile = { slug: string; name: string; picture: ShopPicture | null; product_count: number }

/** The categories, with their pictures where they have some. */
export function CategoryTiles({ categories }: { categories: Tile[] }) {
  const { t } = useTranslation()
  if (categories.length === 0) return null
  const pictured = categories.every((category) => category.picture)
  return (
    <section className="page mt-section">
      <h2 className="mb-6 text-2xl">{t('home.categoriesTitle')}</h2>
      <ul className="grid grid-cols-2 gap-4 md:grid-cols-3 md:gap-6">
        {categories.map((category, index) => (
          <li
            key={category.slug}
            data-wide={index % 2 === 0 && index === categories.length - 1 ? '' : undefined}
            className="group max-md:data-wide:col-span-2"
          >
            <KitLink href={`/c/${category.slug}`} className="block">
              {pictured ? (
                <Picture
                  image={category.picture}
                  alt=""
                  sizes="(min-width: 84rem) 27rem, (min-width: 48rem) 33vw, 50vw"
                  className="aspect-square w-full rounded-md max-md:group-data-wide:aspect-[2/1]"
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
                <Icon
                  icon={ArrowRight}
                  size="sm"
                  className="transition-transform group-hover:translate-x-1"
                />
              </span>
            </KitLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
