import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import type { ApiKey } from './keys-query.ts'

/** Asks before a key ends. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('keys.revokeTitle', { name: apiKey.name })}
      text={t('keys.revokeText')}
      label={t('keys.revoke')}
      said={t('keys.revoked')}
      shownBy={['api-keys']}
      remove={() => api.access.revokeApiKey({ key_id: apiKey.id })}
      onClose={onClose}
    />
  )
}
