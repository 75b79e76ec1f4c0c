import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import { PreferenceForms } from './preference-forms.tsx'
import { useShellData } from './use-shell-data.ts'

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <nav aria-label={title}>
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul className="mt-3 space-y-1 text-sm text-ink-muted">{children}</ul>
    </nav>
  )
}

function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <KitLink href={href} className="inline-block py-1 underline-offset-4 hover:text-ink hover:underline">
        {children}
      </KitLink>
    </li>
  )
}

/** What the shop offers elsewhere, and the reader's own preferences; when calm, only those. */
export function SiteFooter({ calm }: { calm: boolean }) {
  const { t } = useTranslation()
  const shell = useShellData()
  if (!shell) return null
  return (
    <footer className="mt-section border-t border-line">
      {calm ? null : (
        <div className="page grid grid-cols-2 gap-x-8 gap-y-10 py-12 lg:grid-cols-[2fr_1fr_1fr_1fr] lg:py-16">
          <div className="max-w-sm max-lg:col-span-2">
            <p className="text-xl font-semibold tracking-tight">{shell.shop.name}</p>
            <p className="mt-2 text-sm text-ink-muted">{shell.shop.tagline}</p>
          </div>
          <Column title={t('shell.footerShop')}>
            {shell.categories.slice(0, 5).map((category) => (
              <FooterLink key={category.slug} href={`/c/${category.slug}`}>
                {category.name}
              </FooterLink>
            ))}
            <FooterLink href="/search">{t('shell.allProducts')}</FooterLink>
          </Column>
          <Column title={t('shell.footerHelp')}>
            <FooterLink href="/help">{t('shell.shippingReturns')}</FooterLink>
            <FooterLink href="/gift-card">{t('giftCard.title')}</FooterLink>
            <FooterLink href="/about">{t('shell.about')}</FooterLink>
          </Column>
          <Column title={t('shell.footerAccount')}>
            <FooterLink href={shell.shopper ? '/account' : '/sign-in'}>
              {shell.shopper ? t('account.overview') : t('shell.signIn')}
            </FooterLink>
            {shell.shopper ? (
              <FooterLink href="/account/orders">{t('account.orders')}</FooterLink>
            ) : (
              <FooterLink href="/sign-up">{t('account.signUp')}</FooterLink>
            )}
            <FooterLink href="/cart">{t('shell.cart')}</FooterLink>
            <FooterLink href="/wishlist">{t('wishlist.short')}</FooterLink>
            <FooterLink href="/compare">{t('compare.title')}</FooterLink>
          </Column>
        </div>
      )}
      <div className="page flex justify-end py-5">
        <PreferenceForms />
      </div>
    </footer>
  )
}
