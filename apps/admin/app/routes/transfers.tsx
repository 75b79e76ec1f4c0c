import { useQuery } from '@tanstack/react-query'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable, type Column } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { RowLink } from '../list/row-link.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { ExportDialog } from '../transfers/export-dialog.tsx'
import { TransferStatus } from '../transfers/transfer-status.tsx'
import { type Transfer, transfersQuery } from '../transfers/transfers-query.ts'
import { UploadImport } from '../transfers/upload-import.tsx'

const kinds = ['import', 'export'] as const

export default function Transfers() {
  const { t } = useTranslation()
  const params = useListParams()
  const columns = useColumns()
  const [exporting, setExporting] = useState(false)
  const kind = oneOf(params.get('kind'), kinds)
  const transfers = useQuery(transfersQuery(kind, params.page))
  return (
    <Page
      title={t('transfers.title')}
      tab={t('transfers.title')}
      lead={t('transfers.lead')}
      above={<BackLink href="/products">{t('catalog.products')}</BackLink>}
      actions={
        <Button onClick={() => setExporting(true)}>
          <Icon icon={Download} size="sm" />
          {t('transfers.export')}
        </Button>
      }
    >
      <UploadImport />
      <LinkTabs
        label={t('transfers.kinds.label')}
        tabs={[
          { href: params.href({ kind: null }), label: t('common.all'), current: kind === undefined },
          ...kinds.map((name) => ({
            href: params.href({ kind: name }),
            label: t(`transfers.kinds.${name}`),
            current: kind === name,
          })),
        ]}
      />
      <Card flush>
        <Loaded query={transfers} loading={<TableSkeleton rows={4} />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={FileSpreadsheet} title={t('transfers.empty')}>
                {t('transfers.emptyText')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('transfers.title')}
                  columns={columns}
                  rows={page.items}
                  rowId={({ id }) => id}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
      {exporting ? <ExportDialog filter={{}} onClose={() => setExporting(false)} /> : null}
    </Page>
  )
}

function useColumns(): Column<Transfer>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'file',
        header: t('transfers.file'),
        className: 'w-full',
        cell: (transfer) => (
          <div className="min-w-0">
            <RowLink to={`/products/transfers/${transfer.id}`}>{transfer.file_name}</RowLink>
            <p className="text-xs text-ink-subtle">
              {t(`transfers.kind.${transfer.kind}`)} · {format.dayTime(transfer.created_at)}
            </p>
          </div>
        ),
      },
      {
        id: 'records',
        header: t('transfers.records'),
        end: true,
        from: 'sm' as const,
        cell: ({ records }) => format.number(records),
      },
      {
        id: 'refused',
        header: t('transfers.outcome.refused'),
        end: true,
        from: 'sm' as const,
        cell: ({ refused, kind }) => (kind === 'import' ? format.number(refused) : ''),
      },
      {
        id: 'state',
        header: t('transfers.result'),
        cell: (transfer) => <TransferStatus transfer={transfer} />,
      },
    ],
    [t, format],
  )
}
