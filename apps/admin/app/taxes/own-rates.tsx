import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { useCountries } from '../form/country-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { RateField } from './tax-class-card.tsx'
import type { TaxInput } from './taxes-query.ts'

type OwnRates = TaxInput['own_rates']

/** Rates of countries that the table does not have, such as India, or that are to count in the place of its own. */
export function OwnRatesCard({ value, onChange }: { value: OwnRates; onChange: (value: OwnRates) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const countries = useCountries()
  const rateOf = (one: OwnRates[number], level: string) =>
    one.rates.find((rate) => rate.level === level)?.rate_bp ?? 0
  const change = (country: string, level: string, rate_bp: number) =>
    onChange(
      value.map((one) =>
        one.country === country
          ? { ...one, rates: [...one.rates.filter((rate) => rate.level !== level), { level, rate_bp }] }
          : one,
      ),
    )
  return (
    <Card title={t('taxes.ownRates')}>
      <div className="flex flex-col gap-4">
        <p className="text-control-sm text-ink-muted">{t('taxes.ownRatesText')}</p>
        {value.map((one) => (
          <fieldset
            key={one.country}
            className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
          >
            <legend className="mb-1 text-control-sm font-medium">{format.country(one.country)}</legend>
            {(['standard', 'reduced'] as const).map((level) => (
              <RateField
                key={level}
                label={t(`taxes.levels.${level}`)}
                value={rateOf(one, level)}
                onChange={(rate) => change(one.country, level, rate)}
              />
            ))}
            <Button
              variant="ghost"
              aria-label={`${t('common.remove')}: ${format.country(one.country)}`}
              onClick={() => onChange(value.filter((other) => other !== one))}
            >
              {t('common.remove')}
            </Button>
          </fieldset>
        ))}
        <SelectField
          label={t('taxes.addOwnRate')}
          value=""
          onChange={(event) => {
            const rates = [
              { level: 'standard', rate_bp: 0 },
              { level: 'reduced', rate_bp: 0 },
            ]
            onChange([...value, { country: event.target.value, rates }])
          }}
        >
          <option value="">{t('taxes.addCountry')}</option>
          {countries
            .filter(({ code }) => !value.some((one) => one.country === code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </SelectField>
      </div>
    </Card>
  )
}
