import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { CopyButton } from '@rampart/kit/copy-button.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import type { NewKey } from './keys-query.ts'

/** Shows a new key, once. */
export function ShownKeyDialog({ newKey, onClose }: { newKey: NewKey; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('keys.shownTitle', { name: newKey.name })}
      description={t('keys.shownText')}
      closeLabel={t('common.close')}
      footer={
        <>
          <CopyButton text={newKey.key} label={t('keys.copy')} copiedLabel={t('keys.copied')} />
          <Button variant="primary" onClick={onClose}>
            {t('keys.kept')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('keys.key')}
        hint={t('keys.keyHint')}
        readOnly
        rows={2}
        spellCheck={false}
        value={newKey.key}
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  )
}
