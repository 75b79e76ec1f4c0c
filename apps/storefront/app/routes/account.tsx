import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, Outlet, useLocation } from 'react-router'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { ShopForm } from '../forms/shop-form.tsx'

export function loader(args: LoaderFunctionArgs) {
  requireCustomer(args)
  return null
}

export default function AccountLayout() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const tabs = [
    { href: '/account', label: t('account.overview'), current: pathname === '/account' },
    { href: '/account/orders', label: t('account.orders'), current: pathname.startsWith('/account/orders') },
    {
      href: '/account/returns',
      label: t('returns.tab'),
      current: pathname.startsWith('/account/returns'),
    },
    {
      href: '/account/addresses',
      label: t('account.addresses'),
      current: pathname.startsWith('/account/addresses'),
    },
    {
      href: '/account/reviews',
      label: t('reviews.tab'),
      current: pathname.startsWith('/account/reviews'),
    },
    {
      href: '/account/profile',
      label: t('profile.tab'),
      current: pathname.startsWith('/account/profile'),
    },
    {
      href: '/account/security',
      label: t('security.tab'),
      current: pathname.startsWith('/account/security'),
    },
    { href: '/account/files', label: t('files.tab'), current: pathname.startsWith('/account/files') },
    { href: '/account/apps', label: t('apps.tab'), current: pathname.startsWith('/account/apps') },
    {
      href: '/account/privacy',
      label: t('privacy.tab'),
      current: pathname.startsWith('/account/privacy'),
    },
  ]
  return (
    <div className="page max-w-5xl pt-8">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0 flex-1">
          <LinkTabs label={t('account.sections')} tabs={tabs} />
        </div>
        <ShopForm action="/sign-out">
          <button type="submit" className="py-2 text-sm text-ink-muted underlined hover:text-ink">
            {t('account.signOut')}
          </button>
        </ShopForm>
      </div>
      <div className="pt-8">
        <Outlet />
      </div>
    </div>
  )
}
