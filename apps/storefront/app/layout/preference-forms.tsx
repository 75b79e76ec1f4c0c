import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { LanguageSwitch } from '@rampart/kit/language-switch.tsx'
import { ThemeSwitch } from '@rampart/kit/theme-switch.tsx'
import { useEnvironment } from '../environment.tsx'
import { CsrfField } from '../forms/csrf-field.tsx'
import { localeNames, locales } from '../i18n/locale.ts'

/** Language and appearance: forms that load the page anew, since both change the whole document. */
export function PreferenceForms() {
  const { t } = useTranslation()
  const { locale, theme } = useEnvironment()
  const { pathname, search } = useLocation()
  const hidden = (
    <>
      <CsrfField />
      <input type="hidden" name="return_to" value={pathname + search} />
    </>
  )
  return (
    <div className="flex flex-wrap items-center gap-3">
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
