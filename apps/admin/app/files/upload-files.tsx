import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '@rampart/kit/drop-zone.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { pictureTypes } from '../products/upload-pictures.ts'

type Failure = { readonly name: string; readonly error: unknown }

/** Uploads files one after another. They are private: a product's pictures are uploaded with the product. */
export function UploadFiles() {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [current, setCurrent] = useState<string | null>(null)
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const upload = async (files: readonly File[]) => {
    setFailures([])
    for (const file of files) {
      setCurrent(file.name)
      try {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const stored = await api.media.uploadFile({
          file: { filename: file.name, bytes },
          visibility: 'private',
        })
        const waits = stored.status === 'quarantined'
        toast({ title: t(waits ? 'files.waits' : 'files.uploaded', { name: stored.name }) })
      } catch (error) {
        setFailures((before) => [...before, { name: file.name, error }])
      }
    }
    setCurrent(null)
    await client.invalidateQueries({ queryKey: ['files'] })
  }
  return (
    <div className="flex flex-col gap-3">
      {failures.map(({ name, error }) => (
        <Notice key={name} tone="danger">
          {t('files.uploadFailed', { name, reason: failureText(error) })}
        </Notice>
      ))}
      <DropZone
        label={current === null ? t('files.add') : t('files.uploading', { name: current })}
        hint={t('files.addHint')}
        accept={`${pictureTypes},application/pdf`}
        multiple
        onFiles={(files) => {
          if (current === null) void upload(files)
        }}
        className="w-full"
      />
    </div>
  )
}
