import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { CopyButton } from '@rampart/kit/copy-button.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { IssuedCard } from './gift-cards-query.ts'

/** Shows the code of a new card, once. */
export function ShownCardDialog({ card, onClose }: { card: IssuedCard; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('giftCards.shownTitle', { amount: format.money(card.balance) })}
      description={t('giftCards.shownText')}
      closeLabel={t('common.close')}
      footer={
        <>
          <CopyButton text={card.code} label={t('giftCards.copy')} copiedLabel={t('giftCards.copied')} />
          <Button variant="primary" onClick={onClose}>
            {t('giftCards.kept')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('giftCards.code')}
        readOnly
        spellCheck={false}
        value={card.code}
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  )
}
