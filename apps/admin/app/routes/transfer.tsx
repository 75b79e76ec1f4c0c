import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { MappingCard } from '../transfers/mapping-card.tsx'
import { RowsCard } from '../transfers/rows-card.tsx'
import { TransferProgress } from '../transfers/transfer-progress.tsx'
import { TransferStatus } from '../transfers/transfer-status.tsx'
import { type FileMapping, isMoving, type Transfer, transferQuery } from '../transfers/transfers-query.ts'

export default function TransferPage() {
  const { transferId = '' } = useParams()
  const transfer = useQuery(transferQuery(transferId))
  return (
    <Loaded query={transfer} page loading={<TableSkeleton />}>
      {(data) => <Detail transfer={data} />}
    </Loaded>
  )
}

type Step =
  | { readonly name: 'run' | 'cancel' | 'download' }
  | { readonly name: 'check'; readonly mapping?: FileMapping }

function Detail({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [deleting, setDeleting] = useState(false)
  const { id: transfer_id, kind, state, phase, problem, problem_line } = transfer
  const step = useMutation({
    mutationFn: async (asked: Step) => {
      if (asked.name === 'run') await api.catalog.runImport({ transfer_id })
      else if (asked.name === 'cancel') await api.catalog.cancelTransfer({ transfer_id })
      else if (asked.name === 'check')
        await api.catalog.checkImport({ transfer_id, ...(asked.mapping && { mapping: asked.mapping }) })
      else saveFile(await api.catalog.downloadExport({ transfer_id }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['transfers'] }),
  })
  const act = (name: 'run' | 'cancel' | 'check' | 'download', label: string, primary = false) => (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      pending={step.isPending && step.variables.name === name}
      disabled={step.isPending}
      onClick={() => step.mutate({ name })}
    >
      {label}
    </Button>
  )
  const stopped = state === 'cancelled' || state === 'failed'
  const changes = transfer.created + transfer.updated
  return (
    <Page
      title={transfer.file_name}
      tab={transfer.file_name}
      above={<BackLink href="/products/transfers">{t('transfers.title')}</BackLink>}
      meta={<TransferStatus transfer={transfer} />}
      lead={`${t(`transfers.kind.${kind}`)} · ${format.dayTime(transfer.created_at)} · ${t('transfers.kept', { until: format.dayTime(transfer.expires_at) })}`}
      actions={
        <>
          {isMoving(transfer) ? act('cancel', t('transfers.cancel')) : null}
          {isMoving(transfer) ? null : (
            <Button onClick={() => setDeleting(true)}>{t('transfers.delete')}</Button>
          )}
          {kind === 'import' && stopped && phase === 'check' && transfer.received === transfer.size
            ? act('check', t('transfers.checkAgain'), true)
            : null}
          {kind === 'import' && stopped && phase === 'write' ? act('run', t('transfers.goOn'), true) : null}
          {state === 'checked' && changes > 0
            ? act('run', t('transfers.run', { count: changes }), true)
            : null}
          {kind === 'export' && state === 'done' ? act('download', t('transfers.download'), true) : null}
        </>
      }
    >
      {step.isError ? <Notice tone="danger">{failureText(step.error)}</Notice> : null}
      {problem === null ? null : (
        <Notice tone="danger" title={t('transfers.problemTitle')}>
          {t(`transfers.problem.${problem}`)}
          {problem_line === null ? null : ` ${t('transfers.atLine', { line: format.number(problem_line) })}`}
        </Notice>
      )}
      {state === 'unmapped' ? <Notice tone="warning">{t('transfers.unmappedText')}</Notice> : null}
      {state === 'checked' ? (
        <Notice tone="info">{t(changes > 0 ? 'transfers.checkedText' : 'transfers.nothingText')}</Notice>
      ) : null}
      <TransferProgress transfer={transfer} />
      {kind === 'import' && (state === 'unmapped' || (state === 'checked' && !transfer.own_format)) ? (
        <MappingCard
          key={transfer_id}
          transfer={transfer}
          pending={step.isPending && step.variables.name === 'check'}
          onCheck={(mapping) => step.mutate({ name: 'check', mapping })}
        />
      ) : null}
      {kind === 'import' && transfer.records > 0 ? <RowsCard transfer={transfer} /> : null}
      {deleting ? <DeleteDialog transfer={transfer} onClose={() => setDeleting(false)} /> : null}
    </Page>
  )
}

function DeleteDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.catalog.deleteTransfer({ transfer_id: transfer.id }),
    onSuccess: async () => {
      toast({ title: t('transfers.deleted') })
      await go('/products/transfers')
      client.removeQueries({ queryKey: ['transfers', transfer.id] })
      await client.invalidateQueries({ queryKey: ['transfers', 'list'] })
    },
  })
  return (
    <FormDialog
      title={t('transfers.deleteTitle', { name: transfer.file_name })}
      description={t('transfers.deleteText')}
      submitLabel={t('transfers.delete')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
