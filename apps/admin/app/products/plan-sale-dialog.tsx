import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceSwitch } from '@rampart/kit/choice-switch.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { offersOf, readSalePrices, SalePriceFields, type SalePrices } from './sale-prices.tsx'

/** A moment as a browser's field has it, in the reader's own time, for the wire. */
function momentOf(typed: string): string | undefined {
  const moment = new Date(typed)
  return typed === '' || Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

type Mode = 'percent' | 'prices'

/** Plans a sale: of all variants of a product by percent, or of each price by an amount of its own. */
export function PlanSaleDialog({ productId, onClose }: { productId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [form, setForm] = useState({ name: '', starts: '', ends: '', percent: '' })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const [mode, setMode] = useState<Mode>('percent')
  const [typed, setTyped] = useState<SalePrices>({})
  const [tried, setTried] = useState(false)
  const product = useQuery({
    queryKey: ['products', 'for-sale', productId],
    queryFn: ({ signal }) => api.catalog.getProduct({ product_id: productId }, { signal }),
  })
  const offers = product.data ? offersOf(product.data) : []
  const prices = readSalePrices(offers, typed, locale)
  const plan = useMutation({
    mutationFn: () =>
      api.catalog.scheduleSale({
        product_id: productId,
        name: form.name.trim(),
        starts_at: momentOf(form.starts),
        ends_at: momentOf(form.ends) ?? '',
        ...(mode === 'percent' ? { percent: Number(form.percent) } : { prices: prices ?? [] }),
      }),
    onSuccess: async () => {
      toast({ title: t('productSales.salePlanned') })
      await client.invalidateQueries({ queryKey: ['products'] })
      onClose()
    },
  })
  const errors = fieldErrorsOf(plan.error, {})
  return (
    <FormDialog
      title={t('productSales.planSale')}
      submitLabel={t('productSales.planSale')}
      pending={plan.isPending}
      disabled={form.ends === '' || (mode === 'percent' && form.percent === '')}
      failure={
        mode === 'prices' && tried && prices === null
          ? t('productPrices.badSalePrices')
          : errors.rest
            ? failureText(errors.rest)
            : null
      }
      onSubmit={() => {
        setTried(true)
        if (mode === 'percent' || prices !== null) plan.mutate()
      }}
      onClose={onClose}
    >
      <div className="self-start">
        <ChoiceSwitch
          name="mode"
          label={t('productPrices.saleBy')}
          current={mode}
          choices={[
            { value: 'percent', label: t('productPrices.byPercent') },
            { value: 'prices', label: t('productPrices.byPrice') },
          ]}
          onChoose={(value) => setMode(value === 'prices' ? 'prices' : 'percent')}
        />
      </div>
      {mode === 'percent' ? (
        <TextField
          label={t('productSales.salePercent')}
          hint={t('productSales.salePercentHint')}
          type="number"
          min={1}
          max={99}
          step={1}
          required
          autoFocus
          value={form.percent}
          error={errors.at('percent', failureText)}
          onChange={(event) => set({ percent: event.target.value })}
        />
      ) : (
        <SalePriceFields offers={offers} typed={typed} onChange={setTyped} />
      )}
      <TextField
        label={t('productSales.saleStarts')}
        hint={t('productSales.saleStartsHint')}
        optional={t('common.optional')}
        type="datetime-local"
        value={form.starts}
        error={errors.at('starts_at', failureText)}
        onChange={(event) => set({ starts: event.target.value })}
      />
      <TextField
        label={t('productSales.saleEnds')}
        type="datetime-local"
        required
        value={form.ends}
        error={errors.at('ends_at', failureText)}
        onChange={(event) => set({ ends: event.target.value })}
      />
      <TextField
        label={t('productSales.saleName')}
        hint={t('productSales.saleNameHint')}
        optional={t('common.optional')}
        maxLength={80}
        value={form.name}
        error={errors.at('name', failureText)}
        onChange={(event) => set({ name: event.target.value })}
      />
    </FormDialog>
  )
}
