import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Input } from '../api.ts'
import { categoriesQuery } from '../categories/categories-query.ts'
import { flatCategories } from '../categories/flat-categories.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { typesQuery } from '../product-types/types-query.ts'
import { productStatuses } from '../products/product-status.tsx'
import { useCan } from '../session/use-me.ts'

type Filter = NonNullable<Input<'catalog', 'createExport'>['filter']>
type Wanted = { [K in keyof Filter]-?: string }

/** Asks for a file of products, and leads to it. */
export function ExportDialog({ filter, onClose }: { filter: Filter; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const can = useCan()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [format, setFormat] = useState<'csv' | 'jsonl'>('csv')
  const { q = '', status = '', category = '', type_id = '', seller_id = '' } = filter
  const [wanted, setWanted] = useState<Wanted>({ q, status, category, type_id, seller_id })
  const everybodys = can('catalog:write')
  const categories = useQuery(categoriesQuery)
  const types = useQuery(typesQuery)
  const sellers = useQuery({
    queryKey: ['products', 'sellers'],
    queryFn: ({ signal }) => api.catalog.listSellers({}, { signal }),
    enabled: everybodys,
  })
  const create = useMutation({
    mutationFn: () => {
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''))
      return api.catalog.createExport({ format, filter: given as Filter })
    },
    onSuccess: ({ id }) => void go(`/products/transfers/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['transfers'] }),
  })
  const select = (
    name: keyof Wanted,
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <SelectField
      label={label}
      value={wanted[name]}
      onChange={(event) => setWanted((before) => ({ ...before, [name]: event.target.value }))}
    >
      <option value="">{t('common.all')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  )
  const sellerItems = sellers.data?.items ?? []
  const typeItems = types.data?.items ?? []
  return (
    <FormDialog
      title={t('transfers.exportTitle')}
      description={t('transfers.exportText')}
      submitLabel={t('transfers.export')}
      pending={create.isPending}
      failure={create.isError ? failureText(create.error) : null}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <RadioCards
        legend={t('transfers.format')}
        name="format"
        defaultValue={format}
        options={(['csv', 'jsonl'] as const).map((value) => ({
          value,
          label: t(`transfers.formats.${value}`),
          hint: t(`transfers.formatHint.${value}`),
        }))}
        onChange={(value) => setFormat(value === 'jsonl' ? 'jsonl' : 'csv')}
      />
      {q === '' ? null : (
        <TextField
          label={t('catalog.search')}
          maxLength={200}
          value={wanted.q}
          onChange={(event) => setWanted((before) => ({ ...before, q: event.target.value }))}
        />
      )}
      {select(
        'status',
        t('transfers.status'),
        productStatuses.map((status) => ({ value: status, label: t(`catalog.status.${status}`) })),
      )}
      {select(
        'category',
        t('catalog.category'),
        flatCategories(categories.data?.items ?? []).map(({ category, depth }) => ({
          value: category.id,
          label: '\u2003'.repeat(depth) + category.name,
        })),
      )}
      {typeItems.length === 0
        ? null
        : select(
            'type_id',
            t('transfers.fields.type'),
            typeItems.map(({ id, name }) => ({ value: id, label: name })),
          )}
      {sellerItems.length === 0
        ? null
        : select(
            'seller_id',
            t('sales.seller'),
            sellerItems.map(({ id, name }) => ({ value: id, label: name })),
          )}
    </FormDialog>
  )
}
