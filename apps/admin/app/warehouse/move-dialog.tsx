import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Answer } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { LocationSelect } from './location-select.tsx'
import { readPieces } from './read-pieces.ts'
import { useStockCommand } from './use-stock-command.ts'

type Stock = Answer<'inventory', 'getStock'>

/** Moves pieces from one location to another. */
export function MoveDialog({ stock, onClose }: { stock: Stock; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const fullest = stock.locations.toSorted((a, b) => b.on_hand - a.on_hand)[0]
  const [from, setFrom] = useState(fullest?.id ?? '')
  const [to, setTo] = useState(stock.locations.find(({ id }) => id !== fullest?.id)?.id ?? '')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const quantity = readPieces(typed, 9_999) ?? 0
  const move = useStockCommand(
    () =>
      api.inventory.transferStock({
        variant_id: stock.variant_id,
        from_location_id: from,
        to_location_id: to,
        quantity,
      }),
    t('warehouse.moved'),
    onClose,
  )
  const errors = fieldErrorsOf(move.error, { INVENTORY_LOCATION_SHORT: 'quantity' })
  return (
    <FormDialog
      title={t('warehouse.moveTitle')}
      submitLabel={t('warehouse.move')}
      pending={move.isPending}
      disabled={from === to}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => {
        setTried(true)
        if (quantity > 0) move.mutate()
      }}
      onClose={onClose}
    >
      <LocationSelect label={t('warehouse.from')} value={from} onChoose={setFrom} />
      <LocationSelect label={t('warehouse.to')} value={to} onChoose={setTo} />
      <TextField
        label={t('warehouse.pieces')}
        error={tried && quantity === 0 ? t('warehouse.whole') : errors.at('quantity', failureText)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormDialog>
  )
}
