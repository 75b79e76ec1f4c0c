import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Filters } from './filters.ts'
import { saveFile } from './save-file.ts'

/** The entries that the filters leave, as a file. */
export function ExportMenu({ filters }: { filters: Filters }) {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const exporting = useMutation({
    mutationFn: (format: 'csv' | 'jsonl') => api.audit.exportEntries({ ...filters, format }),
    onSuccess: (file) => {
      saveFile(file)
      toast({ title: t('audit.export.done') })
    },
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
  })
  return (
    <Menu
      trigger={
        <Button pending={exporting.isPending}>
          <Icon icon={Download} size="sm" />
          {t('audit.export.button')}
        </Button>
      }
      entries={(['csv', 'jsonl'] as const).map((format) => ({
        kind: 'action',
        label: t(`audit.export.${format}`),
        onSelect: () => exporting.mutate(format),
      }))}
    />
  )
}
