import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import type { StoredFile } from './files-query.ts'

/** Asks before a file goes for good. */
export function DeleteFile({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('files.removeTitle', { name: file.name })}
      text={t('files.removeText')}
      label={t('files.remove')}
      said={t('files.removed')}
      shownBy={['files']}
      remove={() => api.media.deleteFile({ file_id: file.id })}
      onClose={onClose}
    />
  )
}
