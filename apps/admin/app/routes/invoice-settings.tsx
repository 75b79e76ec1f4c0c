import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer } from '../api.ts'
import { CountryField } from '../form/country-field.tsx'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

type Settings = Answer<'orders', 'getInvoiceSettings'>
type Seller = NonNullable<Settings['seller']>

const empty: Seller = {
  ...{ name: '', street: '', postal_code: '', city: '', country: 'DE', vat_id: '', tax_number: '' },
  ...{ email: '', bank_name: '', iban: '', bic: '', note: '' },
}

const queryKey = ['invoice-settings']

/** Who sells, as it stands on papers. */
export default function InvoiceSettings() {
  const { t } = useTranslation()
  const settings = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.orders.getInvoiceSettings({}, { signal }),
  })
  return (
    <Page
      title={t('fulfilment.settings.title')}
      tab={t('fulfilment.settings.title')}
      lead={t('fulfilment.settings.lead')}
      narrow
    >
      <Loaded query={settings} loading={<Skeleton className="h-96 w-full" />}>
        {(data) => <SellerForm settings={data} />}
      </Loaded>
    </Page>
  )
}

function SellerForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const toast = useToast()
  const can = useCan()
  const failureText = useFailureText()
  const [form, setForm] = useState<Seller>(settings.seller ?? empty)
  const save = useMutation({
    mutationFn: () => api.orders.setInvoiceSettings(form),
    onSuccess: (next) => {
      client.setQueryData(queryKey, next)
      toast({ title: t('common.saved') })
    },
  })
  const errors = fieldErrorsOf(save.error, { ORDERS_BAD_IBAN: 'iban' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const field = (name: keyof Seller, label: string, maxLength: number, required = false) => (
    <TextField
      label={label}
      maxLength={maxLength}
      required={required}
      optional={required ? undefined : t('common.optional')}
      value={form[name]}
      error={errors.at(name, failureText)}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  )
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
      {settings.seller === null ? (
        <Notice tone="warning">
          {t('fulfilment.settings.missing')}
          {settings.waiting > 0 ? ` ${t('fulfilment.settings.waiting', { count: settings.waiting })}` : null}
        </Notice>
      ) : (
        <Notice tone="info">{t('fulfilment.settings.frozen')}</Notice>
      )}
      <Card>
        <div className="flex flex-col gap-4">
          {field('name', t('fulfilment.settings.name'), 120, true)}
          {field('street', t('orders.street'), 200, true)}
          <div className="grid gap-4 sm:grid-cols-2">
            {field('postal_code', t('orders.postalCode'), 20, true)}
            {field('city', t('orders.city'), 120, true)}
          </div>
          <CountryField
            label={t('orders.country')}
            value={form.country}
            error={errors.at('country', failureText)}
            onChange={(country) => setForm({ ...form, country })}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {field('vat_id', t('fulfilment.settings.vatId'), 40)}
            {field('tax_number', t('fulfilment.settings.taxNumber'), 40)}
          </div>
          {field('email', t('fulfilment.settings.email'), 254)}
        </div>
      </Card>
      <Card title={t('fulfilment.settings.bank')}>
        <div className="flex flex-col gap-4">
          {field('bank_name', t('fulfilment.settings.bankName'), 120)}
          <div className="grid gap-4 sm:grid-cols-2">
            {field('iban', 'IBAN', 42)}
            {field('bic', 'BIC', 11)}
          </div>
        </div>
      </Card>
      <Card>
        <TextArea
          label={t('fulfilment.settings.note')}
          hint={t('fulfilment.settings.noteHint')}
          rows={3}
          maxLength={500}
          value={form.note}
          error={errors.at('note', failureText)}
          onChange={(event) => setForm({ ...form, note: event.target.value })}
        />
      </Card>
      {can('settings:write') ? (
        <div>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
