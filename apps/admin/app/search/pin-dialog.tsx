import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { PinOrder, type Pinned } from './pin-order.tsx'
import { ProductLookup } from './product-lookup.tsx'

/** What a pin begins as: one that is there (with its id), or a question that was just tried. */
export type PinDraft = { readonly id: string | null; readonly question: string; readonly products: Pinned[] }

const MOST = 20

/** A question and the products that stand first for it, new or not. */
export function PinDialog({ pin, onClose }: { pin: PinDraft; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [question, setQuestion] = useState(pin.question)
  const [products, setProducts] = useState<Pinned[]>(pin.products)
  const save = useMutation({
    mutationFn: () => {
      const input = { question: question.trim(), product_ids: products.map(({ id }) => id) }
      return pin.id === null
        ? api.search.createPin(input)
        : api.search.updatePin({ pin_id: pin.id, ...input })
    },
    onSuccess: async () => {
      toast({ title: t('search.pinSaved') })
      await client.invalidateQueries({ queryKey: ['search'] })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t(pin.id === null ? 'search.addPin' : 'search.editPin')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={question.trim() === '' || products.length === 0}
      failure={save.isError ? failureText(save.error) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('search.question')}
        hint={t('search.questionHint')}
        required
        autoFocus={pin.question === ''}
        maxLength={200}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      {products.length < MOST ? (
        <ProductLookup
          label={t('search.addProduct')}
          without={products.map(({ id }) => id)}
          onChoose={(product) => setProducts([...products, product])}
        />
      ) : (
        <p className="text-control-sm text-ink-muted">{t('search.mostPins', { count: MOST })}</p>
      )}
      <PinOrder products={products} onChange={setProducts} />
    </FormDialog>
  )
}
