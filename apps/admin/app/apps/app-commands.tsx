import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { App } from './apps-query.ts'

/** Asks before an app is removed. */
export function DeleteApp({ app, onClose }: { app: App; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('apps.removeTitle', { name: app.name })}
      text={t('apps.removeText')}
      said={t('apps.removed')}
      shownBy={['apps']}
      remove={() => api.oauth.deleteClient({ client_id: app.client_id })}
      onClose={onClose}
    />
  )
}

/** Asks before an app is given a new secret. */
export function RotateSecret({
  app,
  onSecret,
  onClose,
}: {
  app: App
  onSecret: (name: string, secret: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const failureText = useFailureText()
  const rotate = useMutation({
    mutationFn: () => api.oauth.rotateClientSecret({ client_id: app.client_id }),
    onSuccess: ({ client_secret }) => onSecret(app.name, client_secret ?? ''),
    onSettled: () => client.invalidateQueries({ queryKey: ['apps'] }),
  })
  return (
    <FormDialog
      title={t('apps.rotateTitle', { name: app.name })}
      description={t('apps.rotateText')}
      submitLabel={t('apps.rotate')}
      tone="danger"
      pending={rotate.isPending}
      failure={rotate.isError ? failureText(rotate.error) : null}
      onSubmit={() => rotate.mutate()}
      onClose={onClose}
    />
  )
}
