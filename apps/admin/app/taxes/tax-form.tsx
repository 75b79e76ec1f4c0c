import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { toClientError } from '@rampart/client/client-error.ts'
import { api } from '../api.ts'
import { CountriesField } from '../form/countries-field.tsx'
import { CountryField } from '../form/country-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useSaveKey } from '../form/use-save-key.ts'
import { useCan } from '../session/use-me.ts'
import { OwnRatesCard } from './own-rates.tsx'
import { TaxClassCard } from './tax-class-card.tsx'
import { taxInput, type TaxInput, type Taxes } from './taxes-query.ts'

const levels = ['standard', 'reduced', 'super_reduced', 'parking', 'zero']

/** By what the shop taxes. */
export function TaxForm({ taxes }: { taxes: Taxes }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const writable = useCan()('taxes:write')
  const [draft, setDraft] = useState(() => taxInput(taxes))
  const set = (part: Partial<TaxInput>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => api.pricing.updateTaxSettings(draft),
    onSuccess: () => toast({ title: t('taxes.saved') }),
    onSettled: () => client.invalidateQueries({ queryKey: ['taxes'] }),
  })
  useSaveKey(() => {
    if (writable && !save.isPending) save.mutate()
  })
  const unitedEurope = taxes.table.filter((one) => one.in_european_union).map((one) => one.country)
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      {save.isError ? (
        <Notice tone="danger">
          {[failureText(save.error), ...toClientError(save.error).errors.map(({ message }) => message)].join(
            ' ',
          )}
        </Notice>
      ) : null}
      <fieldset disabled={!writable} className="contents">
        <Card title={t('taxes.general')}>
          <div className="flex flex-col gap-4">
            <Checkbox
              label={t('taxes.enabled')}
              hint={t('taxes.enabledHint')}
              checked={draft.enabled}
              onChange={(event) => set({ enabled: event.target.checked })}
            />
            <RadioCards
              legend={t('taxes.prices')}
              name="prices"
              defaultValue={draft.prices}
              options={(['inclusive', 'exclusive'] as const).map((value) => ({
                value,
                label: t(`taxes.${value}`),
                hint: t(`taxes.${value}Hint`),
              }))}
              onChange={(value) => set({ prices: value === 'exclusive' ? 'exclusive' : 'inclusive' })}
            />
            <CountryField label={t('taxes.home')} value={draft.home} onChange={(home) => set({ home })} />
            <RadioCards
              legend={t('taxes.ratesOf')}
              name="rates_of"
              defaultValue={draft.rates_of}
              options={(['destination', 'home'] as const).map((value) => ({
                value,
                label: t(`taxes.rates.${value}`),
                hint: t(`taxes.ratesHint.${value}`),
              }))}
              onChange={(value) => set({ rates_of: value === 'home' ? 'home' : 'destination' })}
            />
            <CountriesField
              label={t('taxes.countries')}
              hint={t('taxes.countriesHint')}
              addLabel={t('taxes.addCountry')}
              removeLabel={(name) => t('taxes.removeCountry', { name })}
              value={[...draft.countries]}
              onChange={(countries) => set({ countries })}
            />
            <div>
              <Button
                size="sm"
                onClick={() => set({ countries: [...new Set([...draft.countries, ...unitedEurope])].sort() })}
              >
                {t('taxes.addUnion')}
              </Button>
            </div>
          </div>
        </Card>
        <Card title={t('taxes.classes')}>
          <div className="flex flex-col gap-4">
            <p className="text-control-sm text-ink-muted">{t('taxes.classesText')}</p>
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <ClassField
                label={t('taxes.defaultClass')}
                classes={draft.classes}
                value={draft.default_class}
                onChange={(default_class) => set({ default_class })}
              />
              <ClassField
                label={t('taxes.shippingClass')}
                none={t('taxes.asGoods')}
                classes={draft.classes}
                value={draft.shipping_class ?? ''}
                onChange={(code) => set({ shipping_class: code === '' ? null : code })}
              />
            </div>
            {draft.classes.map((value, index) => (
              <TaxClassCard
                key={value.code}
                value={value}
                levels={levels}
                onChange={(changed) => set({ classes: draft.classes.with(index, changed) })}
                onRemove={
                  value.code === draft.default_class || value.code === draft.shipping_class
                    ? null
                    : () => set({ classes: draft.classes.filter((one) => one !== value) })
                }
              />
            ))}
            <div>
              <Button
                size="sm"
                onClick={() => set({ classes: [...draft.classes, newClass(draft, t('taxes.newClass'))] })}
              >
                <Icon icon={Plus} size="sm" />
                {t('taxes.addClass')}
              </Button>
            </div>
          </div>
        </Card>
        <OwnRatesCard value={draft.own_rates} onChange={(own_rates) => set({ own_rates })} />
      </fieldset>
      {writable ? (
        <div>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

function newClass({ classes }: TaxInput, name: string): TaxInput['classes'][number] {
  const taken = new Set(classes.map((one) => one.code))
  let number = classes.length + 1
  while (taken.has(`class-${String(number)}`)) number += 1
  const nothing = { exceptions: [], product_ids: [], category_ids: [] }
  return { code: `class-${String(number)}`, name: `${name} ${String(number)}`, level: 'reduced', ...nothing }
}

function ClassField({
  label,
  none,
  classes,
  value,
  onChange,
}: {
  label: string
  none?: string
  classes: TaxInput['classes']
  value: string
  onChange: (code: string) => void
}) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {none === undefined ? null : <option value="">{none}</option>}
      {classes.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
