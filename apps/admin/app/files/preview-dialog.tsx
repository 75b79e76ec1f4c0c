import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Spinner } from '@rampart/kit/spinner.tsx'
import { fetchFile } from './fetch-file.ts'
import type { StoredFile } from './files-query.ts'
import { useShownBytes } from './use-shown-bytes.ts'

/** A picture that may be private: fetched with the session, and shown from memory. */
export function PreviewDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation()
  const fetched = useQuery({
    queryKey: ['file', file.id],
    gcTime: 0,
    queryFn: () => fetchFile(file.id),
  })
  const { data } = fetched
  const show = useShownBytes(data)
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={file.name}
      closeLabel={t('common.close')}
    >
      <div className="flex min-h-40 items-center justify-center">
        {fetched.isError ? <p>{t('files.previewMissing')}</p> : null}
        {fetched.isPending ? <Spinner /> : null}
        {data === undefined ? null : (
          <img ref={show} alt={file.alt} className="max-h-[70dvh] max-w-full rounded-md" />
        )}
      </div>
    </Dialog>
  )
}
