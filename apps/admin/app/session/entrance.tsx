import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { LanguageSwitch } from '@rampart/kit/language-switch.tsx'
import { chooseLocale } from '../i18n/instance.ts'
import { localeNames, locales, type Locale } from '../i18n/locale.ts'
import { BrandMark } from '../shell/brand-mark.tsx'
import { PageTitle } from '../shell/page-title.tsx'

/** The frame of the pages in front of the door: sign-in and set-up. */
export function Entrance({
  title,
  lead,
  wide,
  children,
}: {
  title: string
  lead?: string
  /** For more than a short form. */
  wide?: boolean
  children: ReactNode
}) {
  const { t, i18n } = useTranslation()
  return (
    <div className="flex min-h-dvh flex-col px-gutter">
      <PageTitle>{title}</PageTitle>
      <main
        className={cx(
          'mx-auto flex w-full flex-1 flex-col justify-center gap-6 py-12',
          wide ? 'max-w-xl' : 'max-w-sm',
        )}
      >
        <div className="flex flex-col gap-5">
          <div className="flex items-center gap-2.5 text-sm font-semibold">
            <BrandMark />
            {t('shell.product')}
          </div>
          <div className="flex flex-col gap-1">
            <h1 className="text-2xl font-semibold">{title}</h1>
            {lead ? <p className="text-ink-muted">{lead}</p> : null}
          </div>
        </div>
        {children}
      </main>
      <footer className="flex justify-center pb-6">
        <LanguageSwitch
          current={i18n.language}
          label={t('account.language')}
          languages={locales.map((code) => ({ code, name: localeNames[code] }))}
          onChoose={(code) => void chooseLocale(code as Locale)}
        />
      </footer>
    </div>
  )
}
