import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRevalidator } from 'react-router'
import { DropZone } from '@rampart/kit/drop-zone.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { type Sent, sendFile } from './send-file.ts'

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,application/pdf'

type Outcome = { readonly name: string; readonly sent: Sent }

/** Takes files one after another, and says of each what became of it. */
export function UploadSection() {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  const { revalidate } = useRevalidator()
  const [current, setCurrent] = useState<string | null>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const upload = async (files: readonly File[]) => {
    setOutcomes([])
    for (const file of files) {
      setCurrent(file.name)
      const sent = await sendFile(file)
      setOutcomes((before) => [...before, { name: file.name, sent }])
    }
    setCurrent(null)
    await revalidate()
  }
  if (!hydrated) {
    // As tall as what takes its place, so that the list below stays where it is.
    return (
      <p className="flex min-h-31 items-center justify-center rounded-lg border border-dashed border-line-strong px-4 text-center text-sm text-ink-muted sm:min-h-27">
        {t('files.script')}
      </p>
    )
  }
  return (
    <div className="space-y-3">
      <DropZone
        label={current === null ? t('files.add') : t('files.uploading', { name: current })}
        hint={t('files.hint')}
        accept={ACCEPTED}
        multiple
        onFiles={(files) => {
          if (current === null) void upload(files)
        }}
        className="w-full wrap-anywhere"
      />
      <div aria-live="polite" className="space-y-3">
        {outcomes.map(({ name, sent }, index) => (
          <Notice key={index} tone={sent === 'kept' ? 'success' : sent === 'waits' ? 'warning' : 'danger'}>
            <span className="wrap-anywhere">
              {name}: {t(`files.outcome.${sent}`)}
            </span>
          </Notice>
        ))}
      </div>
    </div>
  )
}
