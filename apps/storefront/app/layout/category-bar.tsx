import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { KitLink } from '@rampart/kit/link.tsx'
import type { CategoryTree } from '../catalog/category-tree.ts'

const CHILDREN_SHOWN = 12
/** Letters that fit beside the shop's name and the search field, on a small desk and on a wide one. */
const ROOM = { small: 38, wide: 64 }
const GAP = 3

/** How many categories a row with this much room can hold. */
function countThatFits(categories: CategoryTree[], room: number): number {
  let used = 0
  const tooMany = categories.findIndex((category) => (used += category.name.length + GAP) > room)
  return tooMany === -1 ? categories.length : tooMany
}

/** The categories in a row. What is below one shows while it is pointed at or has the focus inside. */
export function CategoryBar({ categories }: { categories: CategoryTree[] }) {
  const { t } = useTranslation()
  const small = countThatFits(categories, ROOM.small)
  const wide = countThatFits(categories, ROOM.wide)
  return (
    <nav aria-label={t('shell.categories')} className="mr-auto hidden min-w-0 lg:block">
      <ul className="flex items-center">
        {categories.slice(0, wide).map((category, index) => (
          <li key={category.slug} className={cx('group relative', index >= small && 'max-xl:hidden')}>
            <KitLink
              href={`/c/${category.slug}`}
              className="block truncate rounded-md px-3 py-2 text-sm text-ink underline-offset-4 decoration-1 hover:underline"
            >
              {category.name}
            </KitLink>
            {category.children.length > 0 ? (
              <ul className="invisible absolute top-full left-0 min-w-52 translate-y-1 rounded-lg border border-line bg-raised p-1.5 opacity-0 shadow-md transition-[opacity,translate,visibility] delay-75 group-focus-within:visible group-focus-within:translate-y-0 group-focus-within:opacity-100 group-hover:visible group-hover:translate-y-0 group-hover:opacity-100">
                {category.children.slice(0, CHILDREN_SHOWN).map((child) => (
                  <li key={child.slug}>
                    <KitLink
                      href={`/c/${child.slug}`}
                      className="block rounded-sm px-3 py-1.5 text-sm hover:bg-hover"
                    >
                      {child.name}
                    </KitLink>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
        {categories.length > small ? (
          <li className={wide === categories.length ? 'xl:hidden' : undefined}>
            <KitLink
              href="/categories"
              className="block rounded-md px-3 py-2 text-sm whitespace-nowrap text-ink-muted underline-offset-4 decoration-1 hover:underline"
            >
              {t('shell.allCategories')}
            </KitLink>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
