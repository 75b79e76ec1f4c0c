import { useTranslation } from 'react-i18next'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import appStyles from '../app.css?url'
import { useEnvironment } from '../environment.tsx'
import favicon from '../favicon.svg?url'

/**
 * The page for a browser that asked too often, whole in itself: nothing is looked up for it and it needs no script.
 * `wait` in seconds.
 */
export function TooManyPage({ shopName, wait }: { shopName: string; wait: number }) {
  const { t } = useTranslation()
  const { locale, theme } = useEnvironment()
  const title = t('error.tooManyTitle')
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${shopName}`}</title>
        <link rel="icon" href={favicon} type="image/svg+xml" />
        <link rel="stylesheet" href={appStyles} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <header className="border-b border-line bg-canvas">
          <div className="page flex h-16 items-center lg:h-18">
            <a href="/" className="truncate text-xl font-semibold tracking-tight">
              {shopName}
            </a>
          </div>
        </header>
        <main className="page flex flex-1 flex-col items-start gap-4 py-section">
          <p className="figures text-sm text-ink-subtle">429</p>
          <h1 className="max-w-2xl text-4xl">{title}</h1>
          <p className="max-w-prose text-lg text-ink-muted">{t('error.tooManyWait', { count: wait })}</p>
          <div className="mt-4 flex flex-wrap gap-3">
            {/* Empty: the page that was asked for, without naming it. */}
            <LinkButton href="" variant="primary">
              {t('error.retry')}
            </LinkButton>
          </div>
        </main>
      </body>
    </html>
  )
}
