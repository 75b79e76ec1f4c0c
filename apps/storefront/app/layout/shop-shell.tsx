import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { NavigationProgress } from './navigation-progress.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

/** Where nothing should lead away from what is being finished. */
const calmPaths = ['/checkout']

/** The shop's frame: skip link, header, the page, footer. */
export function ShopShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const calm = calmPaths.includes(useLocation().pathname)
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-ink px-4 py-2 font-medium text-canvas opacity-0 focus:translate-y-0 focus:opacity-100"
      >
        {t('shell.skip')}
      </a>
      <NavigationProgress />
      <RouteAnnouncer />
      <SiteHeader calm={calm} />
      <main id="main" tabIndex={-1} className="min-h-[60dvh] flex-1 outline-none">
        {children}
      </main>
      <SiteFooter calm={calm} />
    </>
  )
}
