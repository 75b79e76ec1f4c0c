import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { Loaded } from '../list/loaded.tsx'
import { EntryDetail } from './entry-detail.tsx'

/** One entry beside the list that it stands in. */
export function EntryPanel({
  entryId,
  onOpen,
  onClose,
}: {
  entryId: string
  onOpen: (id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const detail = useQuery({
    queryKey: ['audit', 'entry', entryId],
    queryFn: ({ signal }) => api.audit.getEntry({ entry_id: entryId }, { signal }),
  })
  return (
    <Dialog
      side
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('audit.entry')}
      closeLabel={t('common.close')}
    >
      <Loaded query={detail} loading={<Skeleton className="h-64 w-full" />}>
        {(data) => <EntryDetail detail={data} onOpen={onOpen} />}
      </Loaded>
    </Dialog>
  )
}
