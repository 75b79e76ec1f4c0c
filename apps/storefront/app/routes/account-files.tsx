import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { OwnFileItem } from '../files/own-file-item.tsx'
import { UploadSection } from '../files/upload-section.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const PAGE_SIZE = 20

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1)
  const list = await needed(clientOf(context).media.listMyFiles({ page, page_size: PAGE_SIZE }), url)
  return { list, deleted: url.searchParams.has('deleted') }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const file_id = String((await request.formData()).get('file_id') ?? '')
  await needed(clientOf(context).media.deleteFile({ file_id }), url)
  return redirect('/account/files?deleted')
}

export default function AccountFiles() {
  const { t } = useTranslation()
  const { list, deleted } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('files.title')} noIndex />
      <h1 className="text-3xl">{t('files.title')}</h1>
      <p className="mt-2 mb-6 max-w-prose text-ink-muted">{t('files.lead')}</p>
      {deleted ? (
        <Notice tone="success" className="mb-6">
          {t('files.removed')}
        </Notice>
      ) : null}
      <UploadSection />
      <div className="mt-6">
        {list.items.length > 0 ? (
          <ul className="divide-y divide-line border-y border-line">
            {list.items.map((file) => (
              <OwnFileItem key={file.id} file={file} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={FolderOpen} title={t('files.emptyTitle')}>
            {t('files.empty')}
          </EmptyState>
        )}
      </div>
      <div className="pt-8">
        <Pagination
          page={list.page}
          pageCount={Math.ceil(list.total / list.page_size)}
          href={(page) => `/account/files?page=${page}`}
          labels={{
            nav: t('files.pages'),
            previous: t('list.previousPage'),
            next: t('list.nextPage'),
            page: (page) => t('list.page', { page }),
          }}
        />
      </div>
    </>
  )
}
