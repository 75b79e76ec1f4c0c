import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import type { Pin, Synonym } from './search-queries.ts'

/** Asks before a synonym goes. */
export function DeleteSynonym({ synonym, onClose }: { synonym: Synonym; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('search.deleteTitle', { name: synonym.word })}
      text={t('search.deleteSynonymText')}
      said={t('search.synonymDeleted')}
      shownBy={['search']}
      remove={() => api.search.deleteSynonym({ synonym_id: synonym.id })}
      onClose={onClose}
    />
  )
}

/** Asks before a pin goes. */
export function DeletePin({ pin, onClose }: { pin: Pin; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('search.deleteTitle', { name: pin.question })}
      text={t('search.deletePinText')}
      said={t('search.pinDeleted')}
      shownBy={['search']}
      remove={() => api.search.deletePin({ pin_id: pin.id })}
      onClose={onClose}
    />
  )
}
