import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { formatMoney, type WireMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { useEnvironment } from '../environment.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { useShellData } from '../layout/use-shell-data.ts'

/** The page around a provider's form: whom one pays, for what, how much, and nothing to be led astray by. */
export function PayFrame({
  number,
  total,
  order,
  note,
  children,
}: {
  number: string
  total: WireMoney
  /** The page of the order. */
  order: string
  note: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const shop = useShellData()?.shop
  return (
    <div className="flex min-h-dvh flex-1 flex-col bg-well">
      <PageHead title={t('payForm.title')} noIndex />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex w-full max-w-lg items-center justify-between gap-3 px-5 py-4">
          <p className="font-semibold">{shop?.name}</p>
          <a href={order} className="underlined text-sm">
            {t('payForm.toOrder')}
          </a>
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-lg flex-1 px-5 py-8">
        <section className="rounded-lg border border-line bg-surface p-6 shadow-sm">
          <h1 className="text-sm font-medium text-ink-muted">{t('payForm.title')}</h1>
          <p className="figures mt-1 text-4xl font-semibold">{formatMoney(total, locale)}</p>
          <p className="mt-2 text-sm text-ink-muted">{t('payForm.order', { number })}</p>
          <p className="mt-1 text-sm text-ink-muted">{t('payForm.held')}</p>
          <div className="mt-6 border-t border-line pt-6">
            <div className="hidden noscript:block">
              <Notice tone="warning" title={t('payForm.noScript')}>
                <p>{t('payForm.noScriptText')}</p>
                <p className="mt-3">
                  <a href={order} className={buttonStyle({ size: 'sm' })}>
                    {t('payForm.toOrder')}
                  </a>
                </p>
              </Notice>
            </div>
            <div className="noscript:hidden">{children}</div>
          </div>
        </section>
        <p className="mt-5 flex items-start gap-2.5 text-sm text-ink-muted">
          <Icon icon={Lock} size="sm" className="mt-0.5" />
          {note}
        </p>
      </main>
    </div>
  )
}
