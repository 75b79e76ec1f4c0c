import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import { SearchBox } from './search-box.tsx'
import { useShellData } from './use-shell-data.ts'

/** The panel under the header on small screens. */
export function MobileMenu() {
  const { t } = useTranslation()
  const shell = useShellData()
  if (!shell) return null
  const big = 'flex min-h-12 items-center border-b border-line text-lg'
  return (
    <nav
      aria-label={t('shell.menu')}
      className="page absolute inset-x-0 top-full max-h-[calc(100dvh-4rem)] overflow-y-auto border-b border-line bg-canvas pt-4 pb-8 shadow-md"
    >
      <SearchBox id="menu-search" />
      <ul className="mt-3">
        {shell.categories.map((category) => (
          <li key={category.slug}>
            <KitLink href={`/c/${category.slug}`} className={big}>
              {category.name}
            </KitLink>
          </li>
        ))}
        <li>
          <KitLink href="/search" className={big}>
            {t('shell.allProducts')}
          </KitLink>
        </li>
      </ul>
      <ul className="mt-5 flex flex-wrap gap-x-6 gap-y-2 text-ink-muted">
        <li>
          <KitLink href={shell.shopper ? '/account' : '/sign-in'} className="inline-block py-1.5 underlined">
            {shell.shopper ? t('shell.account') : t('shell.signIn')}
          </KitLink>
        </li>
        <li>
          <KitLink href="/wishlist" className="inline-block py-1.5 underlined">
            {t('wishlist.short')}
          </KitLink>
        </li>
        <li>
          <KitLink href="/help" className="inline-block py-1.5 underlined">
            {t('shell.shippingReturns')}
          </KitLink>
        </li>
      </ul>
    </nav>
  )
}
