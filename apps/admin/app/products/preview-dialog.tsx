import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { CopyButton } from '@rampart/kit/copy-button.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'

const spans = [1, 24, 72, 168] as const

/** Makes a link to look at a product that is not published, and ends all of them. */
export function PreviewDialog({ productId, onClose }: { productId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const toast = useToast()
  const failureText = useFailureText()
  const [hours, setHours] = useState<number>(24)
  const make = useMutation({
    mutationFn: () => api.catalog.createPreviewLink({ product_id: productId, hours }),
  })
  const revoke = useMutation({
    mutationFn: () => api.catalog.revokePreviewLinks({ product_id: productId }),
    onSuccess: () => {
      make.reset()
      toast({ title: t('preview.revoked') })
    },
  })
  const failed = make.error ?? revoke.error
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('preview.title')}
      description={t('preview.text')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button variant="ghost" pending={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('preview.revoke')}
          </Button>
          <Button variant="primary" pending={make.isPending} onClick={() => make.mutate()}>
            {t(make.data ? 'preview.another' : 'preview.make')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failed ? <Notice tone="danger">{failureText(failed)}</Notice> : null}
        <SelectField
          label={t('preview.holds')}
          value={hours}
          onChange={(event) => setHours(Number(event.target.value))}
        >
          {spans.map((span) => (
            <option key={span} value={span}>
              {span < 24 ? t('preview.hours', { count: span }) : t('preview.days', { count: span / 24 })}
            </option>
          ))}
        </SelectField>
        {make.data ? (
          <>
            <TextField
              label={t('preview.link')}
              hint={t('preview.until', { until: format.dayTime(make.data.expires_at) })}
              readOnly
              autoFocus
              value={make.data.url}
              onFocus={(event) => event.target.select()}
            />
            <div className="flex flex-wrap gap-2">
              <CopyButton
                text={make.data.url}
                label={t('preview.copy')}
                copiedLabel={t('preview.copied')}
                size="sm"
              />
              <LinkButton href={make.data.url} target="_blank" rel="noreferrer" size="sm">
                {t('preview.open')}
              </LinkButton>
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  )
}
