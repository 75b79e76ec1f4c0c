import { useTranslation } from 'react-i18next'
import { ChoiceSwitch } from '@rampart/kit/choice-switch.tsx'
import { useEnvironment } from '../environment.tsx'

/** The currencies that the shop sells in. Stands in a form that stores `currency`. */
export function CurrencySwitch({ current, currencies }: { current: string; currencies: readonly string[] }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return (
    <ChoiceSwitch
      name="currency"
      label={t('currency.label')}
      current={current}
      // What is read aloud begins with what is seen: so voice control finds it.
      choices={currencies.map((code) => ({
        value: code,
        label: `${code}, ${names.of(code) ?? code}`,
        content: code,
      }))}
    />
  )
}
