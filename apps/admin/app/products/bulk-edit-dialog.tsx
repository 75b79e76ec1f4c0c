import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Input } from '../api.ts'
import { categoriesQuery } from '../categories/categories-query.ts'
import { CategoryOptions } from '../categories/category-options.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { BulkChanges } from './bulk-changes.tsx'
import { tagsOf } from './product-input.ts'
import { productStatuses } from './product-status.tsx'

const NO_CATEGORY = 'none'

const untouched = { status: '', category: '', percent: '', add: '', remove: '' }

/** What the form asks for, of these products; fields that were left empty are left out. */
function inputOf(ids: readonly string[], form: typeof untouched): Input<'catalog', 'bulkEditProducts'> {
  const [add, remove] = [tagsOf(form.add), tagsOf(form.remove)]
  return {
    product_ids: [...ids],
    ...(form.status === '' ? {} : { status: form.status as (typeof productStatuses)[number] }),
    ...(form.category === '' ? {} : { category_id: form.category === NO_CATEGORY ? null : form.category }),
    ...(form.percent === '' ? {} : { price_percent: Number(form.percent) }),
    ...(add.length === 0 ? {} : { add_tags: add }),
    ...(remove.length === 0 ? {} : { remove_tags: remove }),
  }
}

/** Changes several products: first it tells what would change, then it changes it. */
export function BulkEditDialog({
  ids,
  onDone,
  onClose,
}: {
  ids: readonly string[]
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const categories = useQuery(categoriesQuery)
  const [form, setForm] = useState(untouched)
  const set = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    check.reset()
  }
  const check = useMutation({
    mutationFn: () => api.catalog.bulkEditProducts({ ...inputOf(ids, form), dry_run: true }),
  })
  const apply = useMutation({
    mutationFn: () => api.catalog.bulkEditProducts(inputOf(ids, form)),
    onSuccess: async ({ changed }) => {
      toast({ title: t('productSales.bulkDone', { count: changed }) })
      await client.invalidateQueries({ queryKey: ['products'] })
      await client.invalidateQueries({ queryKey: ['categories'] })
      onDone()
    },
  })
  const told = check.data
  const failed = apply.error ?? check.error
  // The server alone says which of them it is; the words for the code speak of the one that is being edited.
  const failureOf = (error: Error) => {
    const { code, message } = toClientError(error)
    return code === 'CATALOG_ATTRIBUTES_UNFIT'
      ? t('productSales.bulkUnfit', { reason: message })
      : failureText(error)
  }
  return (
    <FormDialog
      title={t('productSales.bulkTitle')}
      description={t('productSales.bulkText')}
      submitLabel={told ? t('productSales.bulkApply', { count: told.changed }) : t('productSales.bulkCheck')}
      pending={check.isPending || apply.isPending}
      disabled={told ? told.changed === 0 : Object.values(form).every((value) => value === '')}
      failure={failed ? failureOf(failed) : null}
      onSubmit={() => (told ? apply : check).mutate()}
      onClose={onClose}
    >
      <SelectField
        label={t('common.status')}
        value={form.status}
        onChange={(event) => set({ status: event.target.value })}
      >
        <option value="">{t('productSales.bulkKeep')}</option>
        {productStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`catalog.status.${status}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('catalog.category')}
        value={form.category}
        onChange={(event) => set({ category: event.target.value })}
      >
        <option value="">{t('productSales.bulkKeep')}</option>
        <option value={NO_CATEGORY}>{t('catalog.noCategory')}</option>
        <CategoryOptions tree={categories.data?.items ?? []} />
      </SelectField>
      <TextField
        label={t('productSales.bulkPercent')}
        hint={t('productSales.bulkPercentHint')}
        optional={t('common.optional')}
        type="number"
        min={-90}
        max={900}
        step={0.01}
        value={form.percent}
        onChange={(event) => set({ percent: event.target.value })}
      />
      <TextField
        label={t('productSales.bulkAddTags')}
        hint={t('catalog.tagsHint')}
        optional={t('common.optional')}
        value={form.add}
        onChange={(event) => set({ add: event.target.value })}
      />
      <TextField
        label={t('productSales.bulkRemoveTags')}
        optional={t('common.optional')}
        value={form.remove}
        onChange={(event) => set({ remove: event.target.value })}
      />
      {told ? <BulkChanges told={told} /> : null}
    </FormDialog>
  )
}
