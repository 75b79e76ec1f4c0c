import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'

/** Shows a secret, once. */
export function SecretDialog({
  name,
  secret,
  onClose,
}: {
  name: string
  secret: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('apps.secretTitle', { name })}
      description={t('apps.secretText')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(secret).then(() => setCopied(true))
            }}
          >
            <Icon icon={Copy} size="sm" />
            {t(copied ? 'apps.copied' : 'apps.copy')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('apps.done')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('apps.secret')}
        readOnly
        value={secret}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  )
}
