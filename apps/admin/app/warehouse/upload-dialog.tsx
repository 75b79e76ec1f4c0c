import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { LocationSelect } from './location-select.tsx'
import { useStockCommand } from './use-stock-command.ts'

/** Longest text that the shop takes. */
const MOST = 900_000

/** Uploads counts and leads to what they say. */
export function UploadDialog({ main, onClose }: { main: string; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const go = useNavigate()
  const [name, setName] = useState('')
  const [place, setPlace] = useState(main)
  const [csv, setCsv] = useState('')
  const [tried, setTried] = useState(false)
  const fits = csv !== '' && csv.length <= MOST
  const upload = useStockCommand(
    () => api.inventory.createStockTake({ name: name.trim(), location_id: place, csv }),
    t('warehouse.uploaded'),
    (take) => void go(`/inventory/stock-takes/${take.id}`),
  )
  const errors = fieldErrorsOf(upload.error, { INVENTORY_COUNTS_UNREADABLE: 'csv' })
  return (
    <FormDialog
      title={t('warehouse.newTake')}
      submitLabel={t('warehouse.upload')}
      pending={upload.isPending}
      disabled={name.trim() === ''}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => {
        setTried(true)
        if (fits) upload.mutate()
      }}
      onClose={onClose}
    >
      <TextField
        label={t('warehouse.takeName')}
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={name}
        error={errors.at('name', failureText)}
        onChange={(event) => setName(event.target.value)}
      />
      <LocationSelect label={t('warehouse.location')} value={place} onChoose={setPlace} />
      <TextField
        type="file"
        accept=".csv,text/csv"
        label={t('warehouse.file')}
        hint={t('warehouse.fileHint')}
        error={tried && !fits ? t('warehouse.fileNeeded') : errors.at('csv', failureText)}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file === undefined) setCsv('')
          else void file.text().then(setCsv)
        }}
      />
    </FormDialog>
  )
}
