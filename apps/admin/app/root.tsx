import { QueryClientProvider } from '@tanstack/react-query'
import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { Links, Outlet, Scripts, ScrollRestoration } from 'react-router'
import { latinFontFile } from '@rampart/kit/font.ts'
import { LinkProvider } from '@rampart/kit/link.tsx'
import { ToastArea } from '@rampart/kit/toast.tsx'
import appStyles from './app.css?url'
import { texts } from './i18n/instance.ts'
import { NONCE } from './nonce.ts'
import { queryClient } from './query-client.ts'
import { BrandMark } from './shell/brand-mark.tsx'
import { CrashPage } from './shell/crash-page.tsx'
import { pageNonce } from './shell/page-nonce.ts'
import { renderRouterLink } from './shell/router-link.tsx'
import { themeScript } from './shell/theme.ts'

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-density="compact" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <script nonce={NONCE} suppressHydrationWarning>
          {themeScript}
        </script>
        <link rel="icon" href="/admin/favicon.svg" type="image/svg+xml" />
        <link rel="preload" href={latinFontFile} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={appStyles} />
        <Links nonce={NONCE} />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={NONCE} />
        <Scripts nonce={NONCE} />
      </body>
    </html>
  )
}

/** What stands until the scripts have loaded. */
export function HydrateFallback() {
  return (
    <div className="flex min-h-dvh items-center justify-center">
      <span className="animate-pulse">
        <BrandMark />
      </span>
    </div>
  )
}

function Providers({ children }: { children: ReactNode }) {
  return (
    <CSPProvider nonce={pageNonce()}>
      <I18nextProvider i18n={texts}>
        <QueryClientProvider client={queryClient}>
          <LinkProvider renderLink={renderRouterLink}>{children}</LinkProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </CSPProvider>
  )
}

function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return <ToastArea closeLabel={t('common.close')}>{children}</ToastArea>
}

export default function App() {
  return (
    <Providers>
      <Toasts>
        <Outlet />
      </Toasts>
    </Providers>
  )
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <Providers>
      <CrashPage error={error} />
    </Providers>
  )
}
