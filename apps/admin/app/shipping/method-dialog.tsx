import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type ShippingMethod } from '../api.ts'
import { CountriesField } from '../form/countries-field.tsx'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { PriceField } from '../form/price-field.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { priceDigits, priceInput } from '../money/parse-price.ts'
import { useShopCurrencies } from '../money/use-shop-currency.ts'
import { slugOf } from '../products/slug.ts'
import { methodDraft, readMethod, type MethodDraft, type MethodInput } from './method-draft.ts'

/** Adds a shipping method, or changes one. */
export function MethodDialog({
  method,
  position,
  onClose,
}: {
  method: ShippingMethod | null
  position: number
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const currencies = useShopCurrencies()
  const [draft, setDraft] = useState(() => methodDraft(method, position, format.locale))
  const [tried, setTried] = useState(false)
  const set = (part: Partial<MethodDraft>) => setDraft({ ...draft, ...part })
  const currency = draft.currency || (currencies[0] ?? null)
  const digits = priceDigits(currency)
  const written = { ...draft, code: draft.code || slugOf(draft.name).slice(0, 40).replace(/-+$/, '') }
  const read = readMethod(written, format.locale, digits)

  const save = useMutation({
    mutationFn: ({ code, ...fields }: MethodInput) =>
      method === null
        ? api.shipping.createMethod({ code, ...fields })
        : api.shipping.updateMethod({ method_id: method.id, ...fields }),
    onSuccess: () => {
      toast({ title: t(method === null ? 'shipping.added' : 'shipping.saved') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['shipping'] }),
  })
  const errors = fieldErrorsOf(save.error, { SHIPPING_BAD_PRICE: 'price', SHIPPING_CODE_TAKEN: 'code' })
  const at = (path: keyof MethodDraft) => {
    if (
      tried &&
      'wrong' in read &&
      (path === 'price' || path === 'free_over' || path === 'max_days') &&
      read.wrong.has(path)
    ) {
      return path === 'max_days'
        ? t('shipping.badDays')
        : t('shipping.badPrice', { example: priceInput(digits === 0 ? '500' : '4.90', format.locale) })
    }
    return errors.at(path, failureText)
  }
  return (
    <FormDialog
      title={t(method === null ? 'shipping.newTitle' : 'shipping.editTitle')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => {
        setTried(true)
        if ('input' in read) save.mutate(read.input)
      }}
      onClose={onClose}
    >
      <TextField
        label={t('shipping.name')}
        required
        maxLength={80}
        autoFocus
        value={draft.name}
        error={at('name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      {method === null ? (
        <TextField
          label={t('shipping.code')}
          hint={t('shipping.codeHint')}
          placeholder={written.code}
          maxLength={40}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          value={draft.code}
          error={at('code')}
          onChange={(event) => set({ code: event.target.value })}
        />
      ) : null}
      <TextField
        label={t('shipping.description')}
        optional={t('common.optional')}
        maxLength={300}
        value={draft.description}
        error={at('description')}
        onChange={(event) => set({ description: event.target.value })}
      />
      {currencies.length > 1 ? (
        <SelectField
          label={t('productPrices.currency')}
          value={currency ?? ''}
          onChange={(event) => set({ currency: event.target.value })}
        >
          {[...new Set([...currencies, ...(currency ? [currency] : [])])].map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="grid grid-cols-2 items-start gap-x-3 gap-y-4">
        <PriceField
          label={t('shipping.price')}
          currency={currency}
          required
          value={draft.price}
          error={at('price')}
          onChange={(price) => set({ price })}
        />
        <PriceField
          label={t('shipping.freeOver')}
          optional={t('common.optional')}
          currency={currency}
          value={draft.free_over}
          error={at('free_over')}
          onChange={(value) => set({ free_over: value })}
        />
        {(['min_days', 'max_days'] as const).map((name) => (
          <TextField
            key={name}
            label={t(name === 'min_days' ? 'shipping.minDays' : 'shipping.maxDays')}
            type="number"
            min={0}
            max={365}
            required
            value={draft[name]}
            error={at(name)}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        ))}
      </div>
      <CountriesField
        label={t('shipping.countries')}
        hint={t('shipping.countriesHint')}
        addLabel={t('shipping.addCountry')}
        removeLabel={(name) => t('shipping.removeCountry', { name })}
        value={draft.countries}
        error={at('countries')}
        onChange={(countries) => set({ countries })}
      />
      <TextField
        label={t('shipping.position')}
        hint={t('shipping.positionHint')}
        type="number"
        min={0}
        max={1000}
        required
        className="w-32"
        value={draft.position}
        error={at('position')}
        onChange={(event) => set({ position: event.target.value })}
      />
      <Checkbox
        label={t('shipping.active')}
        checked={draft.active}
        onChange={(event) => set({ active: event.target.checked })}
      />
    </FormDialog>
  )
}
