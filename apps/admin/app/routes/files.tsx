import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { DeleteFile } from '../files/delete-file.tsx'
import { EditDialog } from '../files/edit-dialog.tsx'
import { fetchFile } from '../files/fetch-file.ts'
import { type FileAction, FileRow } from '../files/file-row.tsx'
import { filesQuery, fileViews, type StoredFile } from '../files/files-query.ts'
import { PreviewDialog } from '../files/preview-dialog.tsx'
import { UploadFiles } from '../files/upload-files.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

type Open = { readonly action: 'preview' | 'edit' | 'remove'; readonly file: StoredFile } | null

export default function Files() {
  const { t } = useTranslation()
  const can = useCan()
  const params = useListParams()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [open, setOpen] = useState<Open>(null)
  const view = oneOf(params.get('view'), fileViews) ?? 'all'
  const files = useQuery(filesQuery(view, params.get('q'), params.page))
  const close = () => setOpen(null)
  const download = useMutation({
    mutationFn: ({ id }: StoredFile) => fetchFile(id),
    onSuccess: saveFile,
  })
  const verify = useMutation({
    mutationFn: ({ id }: StoredFile) => api.media.verifyFile({ file_id: id }),
    onSuccess: () => toast({ title: t('files.verifyDone') }),
    onSettled: () => client.invalidateQueries({ queryKey: ['files'] }),
  })
  const reject = useMutation({
    mutationFn: ({ id }: StoredFile) => api.media.updateFile({ file_id: id, visibility: 'private' }),
    onSuccess: () => toast({ title: t('files.rejectDone') }),
    onSettled: () => client.invalidateQueries({ queryKey: ['files'] }),
  })
  const act = (action: FileAction, file: StoredFile) => {
    if (action === 'download') download.mutate(file)
    else if (action === 'verify') verify.mutate(file)
    else if (action === 'reject') reject.mutate(file)
    else setOpen({ action, file })
  }
  const failure = download.error ?? verify.error ?? reject.error
  const views = fileViews.filter((name) => can('media:write') || name === 'all' || name === 'mine')
  return (
    <Page
      title={t('files.title')}
      tab={t('files.title')}
      lead={t(can('media:write') ? 'files.lead' : 'files.leadOwn')}
    >
      <UploadFiles />
      {failure ? <Notice tone="danger">{failureText(failure)}</Notice> : null}
      <LinkTabs
        label={t('files.views.label')}
        tabs={views.map((name) => ({
          href: params.href({ view: name === 'all' ? null : name }),
          label: t(`files.views.${name}`),
          current: view === name,
        }))}
      />
      {view === 'mine' ? null : <SearchBox params={params} label={t('files.search')} />}
      <Card flush>
        <Loaded query={files} loading={<TableSkeleton rows={5} />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={FolderOpen} title={t('files.empty')}>
                {t('files.emptyText')}
              </EmptyState>
            ) : (
              <>
                <ul className="divide-y divide-line">
                  {page.items.map((file) => (
                    <FileRow key={file.id} file={file} onAction={(action) => act(action, file)} />
                  ))}
                </ul>
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
      {open?.action === 'preview' ? <PreviewDialog file={open.file} onClose={close} /> : null}
      {open?.action === 'edit' ? <EditDialog file={open.file} onClose={close} /> : null}
      {open?.action === 'remove' ? <DeleteFile file={open.file} onClose={close} /> : null}
    </Page>
  )
}
