import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer, type StockLine } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { LocationSelect } from '../warehouse/location-select.tsx'
import { locationsQuery } from '../warehouse/locations-query.ts'
import { ModeChoice } from './mode-choice.tsx'
import { readStockChange, type StockMode } from './stock-change.ts'
import { stockName } from './stock-columns.tsx'

type Told = Answer<'inventory', 'adjustMany'>

/** Changes the stock of several variants by one figure and for one reason, and tells row by row what could not be. */
export function BulkAdjustDialog({
  lines,
  onDone,
  onClose,
}: {
  lines: readonly StockLine[]
  /** With the variants that were not changed. */
  onDone: (refused: readonly string[]) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const locations = useQuery(locationsQuery)
  const [mode, setMode] = useState<StockMode>('delta')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [location, setLocation] = useState('')
  const [tried, setTried] = useState(false)
  const change = readStockChange(mode, typed)
  const adjust = useMutation({
    mutationFn: () =>
      api.inventory.adjustMany({
        partial: true,
        changes: lines.map(({ variant_id }) => ({
          variant_id,
          ...(change ?? {}),
          reason: reason.trim() || undefined,
          location_id: location || undefined,
        })),
      }),
    onSuccess: ({ levels, refused }) => {
      if (levels.length > 0) toast({ title: t('stock.bulk.done', { count: levels.length }) })
      onDone(refused.map(({ variant_id }) => variant_id))
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['inventory'] }),
        client.invalidateQueries({ queryKey: ['products', 'list'] }),
      ]),
  })
  const told = adjust.data
  if (told !== undefined && told.refused.length > 0)
    return <Refused told={told} lines={lines} onClose={onClose} />
  return (
    <FormDialog
      title={t('stock.bulk.title', { count: lines.length })}
      description={t('stock.bulk.text')}
      submitLabel={t('stock.bulk.submit', { count: lines.length })}
      pending={adjust.isPending}
      failure={adjust.isError ? failureText(adjust.error) : null}
      onSubmit={() => {
        setTried(true)
        if (change !== null) adjust.mutate()
      }}
      onClose={onClose}
    >
      <ModeChoice mode={mode} onChoose={setMode} />
      <TextField
        label={mode === 'delta' ? t('stock.delta') : t('stock.count')}
        hint={mode === 'delta' ? t('stock.deltaHint') : undefined}
        error={tried && change === null ? t('stock.wholeNumber') : undefined}
        inputMode={mode === 'count' ? 'numeric' : 'text'}
        autoComplete="off"
        autoFocus
        maxLength={8}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {(locations.data?.items.length ?? 0) > 1 ? (
        <LocationSelect
          label={t('warehouse.location')}
          any={t('warehouse.everywhere')}
          value={location}
          onChoose={setLocation}
        />
      ) : null}
      <TextField
        label={t('stock.reason')}
        optional={t('common.optional')}
        hint={t('stock.bulk.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}

function Refused({ told, lines, onClose }: { told: Told; lines: readonly StockLine[]; onClose: () => void }) {
  const { t } = useTranslation()
  const nameOf = (variantId: string): string => {
    const line = lines.find(({ variant_id }) => variant_id === variantId)
    return line === undefined ? variantId : stockName(line, t('stock.unknown'))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('stock.bulk.partTitle')}
      description={t('stock.bulk.partText', { count: told.levels.length })}
      closeLabel={t('common.close')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <Notice tone="warning" title={t('stock.bulk.refused', { count: told.refused.length })} />
      <ul className="mt-3 divide-y divide-line rounded-md border border-line">
        {told.refused.map(({ place, variant_id, code }) => (
          <li key={place} className="px-3 py-2 text-control-sm">
            <span className="font-medium">{nameOf(variant_id)}</span>
            <p className="text-xs text-ink-muted">{t(`stock.bulk.codes.${code}`)}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
