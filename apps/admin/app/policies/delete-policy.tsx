import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import type { Policy } from './policies-query.ts'

/** Asks before a policy is removed. */
export function DeletePolicy({
  policy,
  onClose,
  onDone,
}: {
  policy: Policy
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('policies.removeTitle', { name: policy.name })}
      text={t('policies.removeText')}
      said={t('policies.removed')}
      shownBy={['policies']}
      remove={() => api.access.deletePolicy({ policy_id: policy.id })}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
