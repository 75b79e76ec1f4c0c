import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Answer } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useStockCommand } from './use-stock-command.ts'

export type Location = Answer<'inventory', 'listLocations'>['items'][number]

/** Adds a location, or renames one. */
export function NameLocation({ location, onClose }: { location: Location | null; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [name, setName] = useState(location?.name ?? '')
  const save = useStockCommand(
    () =>
      location === null
        ? api.inventory.createLocation({ name: name.trim() })
        : api.inventory.renameLocation({ location_id: location.id, name: name.trim() }),
    t('warehouse.named'),
    onClose,
  )
  const errors = fieldErrorsOf(save.error, { INVENTORY_LOCATION_NAME_TAKEN: 'name' })
  return (
    <FormDialog
      title={t(location === null ? 'warehouse.add' : 'warehouse.rename')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={name.trim() === ''}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('warehouse.name')}
        error={errors.at('name', failureText)}
        autoFocus
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  )
}

/** Asks once more before a location is closed. */
export function CloseLocation({ location, onClose }: { location: Location; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('warehouse.closeTitle', { name: location.name })}
      text={t('warehouse.closeText')}
      label={t('warehouse.close')}
      said={t('warehouse.closedDone')}
      shownBy={['inventory']}
      remove={() => api.inventory.closeLocation({ location_id: location.id })}
      onClose={onClose}
    />
  )
}
