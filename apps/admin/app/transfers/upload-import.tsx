import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DropZone } from '@rampart/kit/drop-zone.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { ProgressLine } from './progress-line.tsx'

const PART_BYTES = 2 * 1024 * 1024
const MAX_BYTES = 200 * 1024 * 1024
const NAMES = /\.(csv|jsonl)(\.gz)?$/i

/** Sends a file part by part, and leads to what it would change. */
export function UploadImport() {
  const { t } = useTranslation()
  const go = useNavigate()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [sent, setSent] = useState(0)
  const [unfit, setUnfit] = useState<'name' | 'size' | null>(null)
  const upload = useMutation({
    mutationFn: async (file: File) => {
      setSent(0)
      const { id } = await api.catalog.createImport({ file_name: file.name, size: file.size })
      for (let from = 0; from < file.size; from += PART_BYTES) {
        // Never the whole of it: a file may be larger than what a tab can hold.
        const bytes = new Uint8Array(await file.slice(from, from + PART_BYTES).arrayBuffer())
        await api.catalog.addImportPart({
          transfer_id: id,
          from: String(from),
          file: { filename: 'part', bytes },
        })
        setSent(from + bytes.length)
      }
      return id
    },
    onSuccess: (id) => void go(`/products/transfers/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['transfers'] }),
  })
  const take = ([file]: File[]) => {
    if (file === undefined || upload.isPending) return
    const problem = !NAMES.test(file.name) ? 'name' : file.size > MAX_BYTES || file.size === 0 ? 'size' : null
    setUnfit(problem)
    if (problem === null) upload.mutate(file)
  }
  return (
    <div className="flex flex-col gap-3">
      {upload.isError ? <Notice tone="danger">{failureText(upload.error)}</Notice> : null}
      {unfit === null ? null : <Notice tone="danger">{t(`transfers.unfit.${unfit}`)}</Notice>}
      <DropZone
        label={
          upload.isPending ? t('transfers.sending', { name: upload.variables.name }) : t('transfers.choose')
        }
        hint={t('transfers.chooseHint')}
        accept=".csv,.jsonl,.gz,text/csv"
        onFiles={take}
        className="w-full"
      />
      {upload.isPending ? (
        <ProgressLine label={t('transfers.sent')} done={sent} total={upload.variables.size} />
      ) : null}
    </div>
  )
}
