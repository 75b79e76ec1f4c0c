import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import type { Product } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useLeaveGuard } from '../form/use-leave-guard.tsx'
import { useSaveKey } from '../form/use-save-key.ts'
import { useFormat } from '../i18n/use-format.ts'
import { priceDigits, priceInput } from '../money/parse-price.ts'
import { useShopCurrencies } from '../money/use-shop-currency.ts'
import { useCan } from '../session/use-me.ts'
import { AttributesCard } from './attributes-card.tsx'
import { DetailsCard } from './details-card.tsx'
import { draftOf, type Draft } from './draft.ts'
import { OptionsCard } from './options-card.tsx'
import { OrganisationCard } from './organisation-card.tsx'
import { PicturesCard } from './pictures-card.tsx'
import { PricesCard } from './prices-card.tsx'
import { SeoCard } from './seo-card.tsx'
import { SellerCard } from './seller-card.tsx'
import { TypeCard } from './type-card.tsx'
import { isSame, readDraft, type ProductInput } from './product-input.ts'
import { useDraft, type Editing } from './use-draft.ts'
import { VariantsCard } from './variants-card.tsx'

/** Where failures with a code of their own are shown. */
const places = {
  CATALOG_SLUG_TAKEN: 'slug',
  CATALOG_SKU_TAKEN: 'variants',
  CATALOG_BAD_PRICE: 'variants',
  CATALOG_BAD_VARIANTS: 'variants',
  CATALOG_CATEGORY_UNKNOWN: 'category_id',
  CATALOG_TYPE_UNKNOWN: 'type_id',
  CATALOG_ATTRIBUTES_UNFIT: 'type_id',
  CATALOG_PICTURE_UNKNOWN: 'pictures',
  CATALOG_SELLER_UNKNOWN: 'seller_id',
}

/** The form of a product, new or not. `onSaved` hears of what the server has kept. */
export function ProductEditor({
  start,
  isNew,
  currency,
  save,
  onSaved,
}: {
  start: Draft
  isNew: boolean
  currency: string | null
  save: (input: ProductInput) => Promise<Product>
  onSaved: (product: Product) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const { draft, dirty, change, discard, reset } = useDraft(start)
  const [submitted, setSubmitted] = useState<Draft | null>(null)
  const form = useRef<HTMLDivElement>(null)

  const staff = useCan()('catalog:write')
  const guard = useLeaveGuard(dirty)

  const saving = useMutation({
    mutationFn: save,
    onSuccess: (product) => {
      reset(draftOf(product, format.locale))
      setSubmitted(null)
      toast({ title: t(isNew ? 'catalog.created' : 'catalog.saved') })
      void client.invalidateQueries({ queryKey: ['products'] })
      void client.invalidateQueries({ queryKey: ['categories'] })
      void client.invalidateQueries({ queryKey: ['inventory'] })
      // A new product walks on to its own page, before this one has seen that nothing is unsaved any more.
      if (isNew) guard.release()
      onSaved(product)
    },
  })

  const currencies = useShopCurrencies()
  const others = currency === null ? [] : currencies.filter((code) => code !== currency)
  const read = readDraft(draft, format.locale, priceDigits(currency), others)
  const problems = submitted === null ? [] : read.problems
  const errors = fieldErrorsOf(saving.error, places)
  const example = priceInput(currency === null || priceDigits(currency) > 0 ? '24.00' : '2400', format.locale)
  const errorAt = (path: string) => {
    const problem = problems.find((entry) => entry.path === path)
    if (problem) return t(`catalog.problem.${problem.kind}`, { example })
    // What the server said holds for what it was sent, not for what has been typed since.
    return submitted && isSame(submitted, draft, path) ? errors.at(path, failureText) : undefined
  }
  useEffect(() => {
    if (submitted !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [submitted, saving.error])

  const submit = () => {
    setSubmitted(draft)
    // What sellers make is theirs; they have no say in whose it is.
    const { seller_id, ...fields } = read.input
    if (read.problems.length === 0) saving.mutate(staff ? { ...fields, seller_id } : fields)
    else saving.reset()
  }
  useSaveKey(() => {
    if ((dirty || isNew) && !saving.isPending) submit()
  })
  const editing: Editing = { draft, change, errorAt, currency, others }
  return (
    <div ref={form} className="flex flex-col gap-4 pb-20">
      {errors.rest || problems.length > 0 ? (
        <Notice tone="danger">
          {errors.rest ? failureText(errors.rest) : t('errors.VALIDATION_FAILED')}
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsCard editing={editing} />
          <PicturesCard
            editing={editing}
            onUploaded={(picture) => change((before) => ({ pictures: [...before.pictures, picture] }))}
          />
          <OptionsCard editing={editing} />
          <VariantsCard editing={editing} title={draft.name} />
          {others.length > 0 ? <PricesCard editing={editing} /> : null}
          <AttributesCard editing={editing} />
          <SeoCard editing={editing} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <OrganisationCard editing={editing} isNew={isNew} />
          <TypeCard editing={editing} />
          {staff ? <SellerCard editing={editing} /> : null}
        </div>
      </div>
      {dirty || isNew ? (
        <div className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-raised lg:left-58">
          <div className="mx-auto flex max-w-6xl items-center justify-end gap-2 px-gutter py-2.5">
            <p className="mr-auto text-control-sm text-ink-muted">{dirty ? t('catalog.unsaved') : ''}</p>
            {dirty && !isNew ? (
              <Button
                onClick={() => {
                  discard()
                  setSubmitted(null)
                  saving.reset()
                }}
              >
                {t('catalog.discard')}
              </Button>
            ) : null}
            <Button variant="primary" pending={saving.isPending} onClick={submit}>
              {t(isNew ? 'catalog.new' : 'common.save')}
            </Button>
          </div>
        </div>
      ) : null}
      {guard.dialog}
    </div>
  )
}
