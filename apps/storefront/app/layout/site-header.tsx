import { Heart, Menu as MenuIcon, Search, ShoppingBag, User, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { CategoryBar } from './category-bar.tsx'
import { MobileMenu } from './mobile-menu.tsx'
import { SearchBox } from './search-box.tsx'
import { useShellData } from './use-shell-data.ts'

const iconLink =
  'relative inline-flex size-11 items-center justify-center rounded-md text-ink transition-colors hover:bg-hover'

/** Shop name, categories, search, account, cart; when calm, name and cart. Everything in it works without script. */
export function SiteHeader({ calm }: { calm: boolean }) {
  const { t } = useTranslation()
  const { key } = useLocation()
  const shell = useShellData()
  const browsing = calm ? undefined : shell
  const count = shell?.cart_count ?? 0
  const wished = shell?.wished.length ?? 0
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas">
      <div className="page flex h-16 items-center gap-2 lg:h-18 lg:gap-6">
        {browsing ? (
          <details key={key} className="group -ml-2.5 lg:hidden">
            <summary aria-label={t('shell.menu')} className={iconLink}>
              <Icon icon={MenuIcon} className="size-5.5 group-open:hidden" />
              <Icon icon={X} className="hidden size-5.5 group-open:block" />
            </summary>
            <MobileMenu />
          </details>
        ) : null}
        <KitLink
          href="/"
          className={cx(
            'mr-auto truncate text-xl font-semibold tracking-tight',
            !calm && 'lg:mr-0 lg:shrink-0',
          )}
        >
          {shell?.shop.name ?? t('shell.home')}
        </KitLink>
        {browsing ? <CategoryBar categories={browsing.categories} /> : null}
        {calm ? null : (
          <div className="hidden w-56 shrink-0 xl:w-64 lg:block">
            <SearchBox id="header-search" />
          </div>
        )}
        <nav aria-label={t('shell.account')} className="-mr-2.5 flex items-center">
          {calm ? null : (
            <>
              <KitLink href="/search#find" aria-label={t('shell.search')} className={`${iconLink} lg:hidden`}>
                <Icon icon={Search} className="size-5.5" />
              </KitLink>
              <KitLink
                href={shell?.shopper ? '/account' : '/sign-in'}
                aria-label={shell?.shopper ? t('shell.account') : t('shell.signIn')}
                className={`${iconLink} max-sm:hidden`}
              >
                <Icon icon={User} className="size-5.5" />
              </KitLink>
            </>
          )}
          {calm ? null : (
            <KitLink
              href="/wishlist"
              aria-label={wished ? t('wishlist.count', { count: wished }) : t('wishlist.short')}
              className={`${iconLink} max-sm:hidden`}
            >
              <Icon icon={Heart} className={cx('size-5.5', wished > 0 && 'fill-current')} />
            </KitLink>
          )}
          <KitLink
            href="/cart"
            aria-label={count ? t('shell.cartCount', { count }) : t('shell.cart')}
            className={iconLink}
          >
            <Icon icon={ShoppingBag} className="size-5.5" />
            {count > 0 ? (
              <span
                aria-hidden="true"
                className="figures absolute top-1.5 right-1 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-2xs font-semibold text-accent-ink ring-2 ring-canvas"
              >
                {count > 99 ? '99+' : count}
              </span>
            ) : null}
          </KitLink>
        </nav>
      </div>
    </header>
  )
}
