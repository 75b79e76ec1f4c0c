import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useCountries } from '../form/country-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { ScopeFields } from '../promotions/scope-fields.tsx'
import type { TaxClass } from './taxes-query.ts'

type Exception = TaxClass['exceptions'][number]

/** What of the class is taxed how, and which products and categories are of it. */
export function TaxClassCard({
  value,
  levels,
  onChange,
  onRemove,
}: {
  value: TaxClass
  levels: readonly string[]
  onChange: (value: TaxClass) => void
  onRemove: (() => void) | null
}) {
  const { t } = useTranslation()
  const change = (index: number, exception: Exception) =>
    onChange({ ...value, exceptions: value.exceptions.with(index, exception) })
  const remove =
    onRemove === null ? null : (
      <Button size="sm" variant="ghost" onClick={onRemove}>
        {t('common.remove')}
      </Button>
    )
  return (
    <Card title={value.name} action={remove} level={3}>
      <div className="flex flex-col gap-4">
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField
            label={t('taxes.className')}
            required
            maxLength={80}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
          <LevelField
            label={t('taxes.level')}
            value={value.level}
            levels={levels}
            onChange={(level) => onChange({ ...value, level })}
          />
        </div>
        <ScopeFields
          value={value}
          labels={{ categories: t('taxes.ofCategories'), products: t('taxes.ofProducts') }}
          onChange={onChange}
        />
        {value.exceptions.map((exception, index) => (
          <ExceptionFields
            key={exception.country}
            value={exception}
            levels={levels}
            onChange={(changed) => change(index, changed)}
            onRemove={() =>
              onChange({ ...value, exceptions: value.exceptions.filter((one) => one !== exception) })
            }
          />
        ))}
        <AddException
          taken={value.exceptions.map((one) => one.country)}
          onAdd={(country) =>
            onChange({ ...value, exceptions: [...value.exceptions, { country, level: 'standard' }] })
          }
        />
      </div>
    </Card>
  )
}

function AddException({ taken, onAdd }: { taken: readonly string[]; onAdd: (country: string) => void }) {
  const { t } = useTranslation()
  const countries = useCountries()
  return (
    <SelectField label={t('taxes.exception')} value="" onChange={(event) => onAdd(event.target.value)}>
      <option value="">{t('taxes.addException')}</option>
      {countries
        .filter(({ code }) => !taken.includes(code))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </SelectField>
  )
}

function ExceptionFields({
  value,
  levels,
  onChange,
  onRemove,
}: {
  value: Exception
  levels: readonly string[]
  onChange: (value: Exception) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const country = format.country(value.country)
  const { rate_bp } = value
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-3">
      <SelectField
        label={country}
        value={rate_bp === undefined ? (value.level ?? 'standard') : '%'}
        onChange={({ target }) =>
          onChange(
            target.value === '%'
              ? { country: value.country, rate_bp: 0 }
              : { country: value.country, level: target.value },
          )
        }
      >
        {levels.map((level) => (
          <option key={level} value={level}>
            {t(`taxes.levels.${level}`, { defaultValue: level })}
          </option>
        ))}
        <option value="%">{t('taxes.ownRate')}</option>
      </SelectField>
      {rate_bp === undefined ? (
        <span />
      ) : (
        <RateField
          label={t('taxes.rateIn', { country })}
          value={rate_bp}
          onChange={(changed) => onChange({ country: value.country, rate_bp: changed })}
        />
      )}
      <IconButton icon={X} label={`${t('common.remove')}: ${country}`} onClick={onRemove} />
    </div>
  )
}

/** A rate in percent, of which hundredths are kept. */
export function RateField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (bp: number) => void
}) {
  return (
    <TextField
      label={label}
      type="number"
      min={0}
      max={99}
      step={0.01}
      required
      lead={<span className="text-control-sm">%</span>}
      value={String(value / 100)}
      onChange={(event) => onChange(Math.round(Number(event.target.value) * 100))}
    />
  )
}

/** A level of taxes by its name. */
function LevelField({
  label,
  value,
  levels,
  onChange,
}: {
  label: string
  value: string
  levels: readonly string[]
  onChange: (level: string) => void
}) {
  const { t } = useTranslation()
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {levels.map((level) => (
        <option key={level} value={level}>
          {t(`taxes.levels.${level}`, { defaultValue: level })}
        </option>
      ))}
    </SelectField>
  )
}
