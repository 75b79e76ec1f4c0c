import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Failure } from '../list/failure.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { Movements } from './movements.tsx'
import { readStockChange, stockAfter, type StockMode } from './stock-change.ts'

type Level = Answer<'inventory', 'adjustStock'>

/** Changes what is on hand of one variant, with what moved it before. */
export function StockDialog({
  variantId,
  name,
  onAdjusted,
  onClose,
}: {
  variantId: string
  name: string
  onAdjusted?: (level: Level) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [mode, setMode] = useState<StockMode>('delta')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const stock = useQuery({
    queryKey: ['inventory', 'one', variantId],
    queryFn: ({ signal }) => api.inventory.listStock({ variant_id: variantId, page_size: 1 }, { signal }),
  })
  const level = stock.data?.items[0]
  const change = readStockChange(mode, typed)

  const adjust = useMutation({
    mutationFn: () =>
      api.inventory.adjustStock({
        variant_id: variantId,
        ...(change ?? {}),
        reason: reason.trim() || undefined,
      }),
    onSuccess: (next) => {
      toast({ title: t('stock.saved') })
      onAdjusted?.(next)
      onClose()
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['inventory'] }),
        client.invalidateQueries({ queryKey: ['products', 'list'] }),
      ]),
  })
  const errors = fieldErrorsOf(adjust.error, { INVENTORY_BELOW_RESERVED: 'change' })
  const after = level && change ? stockAfter(level.on_hand, change) : null
  const tooLow = after !== null && level !== undefined && after < level.reserved
  const fieldError =
    tried && change === null
      ? t('stock.wholeNumber')
      : tooLow
        ? t('stock.belowReserved', { count: level.reserved })
        : (errors.at('change', failureText) ??
          errors.at(mode === 'delta' ? 'delta' : 'quantity', failureText))
  return (
    <FormDialog
      title={t('stock.adjustTitle')}
      description={name}
      submitLabel={t('stock.save')}
      pending={adjust.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => {
        setTried(true)
        if (change !== null && !tooLow) adjust.mutate()
      }}
      onClose={onClose}
    >
      {stock.isError ? (
        <Failure error={stock.error} onRetry={() => void stock.refetch()} />
      ) : (
        <Levels level={level} />
      )}
      <ModeChoice mode={mode} onChoose={setMode} />
      <TextField
        label={mode === 'delta' ? t('stock.delta') : t('stock.count')}
        hint={
          level && after !== null
            ? t('stock.result', { before: level.on_hand, after })
            : mode === 'delta'
              ? t('stock.deltaHint')
              : undefined
        }
        error={fieldError}
        inputMode={mode === 'count' ? 'numeric' : 'text'}
        autoComplete="off"
        autoFocus
        maxLength={8}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextField
        label={t('stock.reason')}
        optional={t('common.optional')}
        hint={t('stock.reasonHint')}
        maxLength={200}
        value={reason}
        error={errors.at('reason', failureText)}
        onChange={(event) => setReason(event.target.value)}
      />
      <Movements variantId={variantId} />
    </FormDialog>
  )
}

function Levels({ level }: { level: Level | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const figures = [
    { name: t('stock.onHand'), value: level?.on_hand },
    { name: t('stock.reserved'), value: level?.reserved },
    { name: t('stock.available'), value: level?.available },
  ]
  return (
    <dl className="grid grid-cols-3 divide-x divide-line rounded-md border border-line">
      {figures.map(({ name, value }) => (
        <div key={name} className="px-3 py-2">
          <dt className="text-xs text-ink-subtle">{name}</dt>
          <dd className="figures text-lg font-semibold">
            {value === undefined ? <Skeleton className="mt-1 h-5 w-10" /> : format.number(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
