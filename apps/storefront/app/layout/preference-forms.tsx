import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { LanguageSwitch } from '@rampart/kit/language-switch.tsx'
import { ThemeSwitch } from '@rampart/kit/theme-switch.tsx'
import { useEnvironment } from '../environment.tsx'
import { CsrfField } from '../forms/csrf-field.tsx'
import { CurrencySwitch } from '../prices/currency-switch.tsx'
import { useShellData } from './use-shell-data.ts'
import { localeNames, locales } from '../i18n/locale.ts'

/** Currency, language and appearance: forms that load the page anew, since they change the whole document. */
export function PreferenceForms() {
  const { t } = useTranslation()
  const { locale, theme } = useEnvironment()
  const { pathname, search } = useLocation()
  const shell = useShellData()
  const hidden = (
    <>
      <CsrfField />
      <input type="hidden" name="return_to" value={pathname + search} />
    </>
  )
  return (
    <div className="flex flex-wrap items-center gap-3">
      {shell && shell.shop.currencies.length > 1 ? (
        <form method="post" action="/preferences">
          {hidden}
          <CurrencySwitch current={shell.currency} currencies={shell.shop.currencies} />
        </form>
      ) : null}
      <form method="post" action="/preferences">
        {hidden}
        <LanguageSwitch
          current={locale}
          label={t('shell.language')}
          languages={locales.map((code) => ({ code, name: localeNames[code] }))}
        />
      </form>
      <form method="post" action="/preferences">
        {hidden}
        <ThemeSwitch
          current={theme}
          labels={{
            group: t('shell.theme'),
            system: t('shell.themeSystem'),
            light: t('shell.themeLight'),
            dark: t('shell.themeDark'),
          }}
        />
      </form>
    </div>
  )
}
