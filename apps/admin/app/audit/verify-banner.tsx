import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api, type Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'

type Verification = Answer<'audit', 'verifyAudit'>

/** Whether the log is what was written, as the shop finds it now. */
export function VerifyBanner({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const verification = useQuery({
    queryKey: ['audit', 'verify'],
    queryFn: ({ signal }) => api.audit.verifyAudit({}, { signal }),
    staleTime: 60_000,
    retry: false,
  })
  const { data, isFetching, isError } = verification
  const again = (
    <Button size="sm" pending={isFetching} onClick={() => void verification.refetch()}>
      {t('audit.verify.now')}
    </Button>
  )
  if (data?.state === 'tampered') return <Tampered found={data} again={again} onOpen={onOpen} />
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2.5 text-control-sm"
    >
      <Icon icon={ShieldCheck} className={data ? 'text-success' : 'text-ink-subtle'} />
      <div className="min-w-0 flex-1 basis-56">
        {data ? <Sound found={data} /> : t(isError ? 'audit.verify.failed' : 'audit.verify.checking')}
      </div>
      {again}
    </div>
  )
}

function Sound({ found }: { found: Verification }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <p className="font-medium">{t('audit.verify.intact', { entries: format.number(found.entries) })}</p>
      <p className="text-xs text-ink-subtle">
        {[
          found.proven_until === null
            ? t('audit.verify.notProven')
            : t('audit.verify.provenUntil', {
                when: format.dayTime(found.proven_until),
                checkpoints: format.number(found.checkpoints),
              }),
          found.waiting > 0 ? t('audit.verify.behind', { count: found.waiting }) : null,
          t('audit.verify.checkedAt', { time: format.time(found.checked_at) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  )
}

function Tampered({
  found: { first_bad },
  again,
  onOpen,
}: {
  found: Verification
  again: ReactNode
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const entryId = first_bad?.entry_id ?? null
  return (
    <Notice tone="danger" title={t('audit.verify.tampered')} action={again}>
      {first_bad === null ? null : (
        <p className="wrap-anywhere">
          {first_bad.position === null
            ? first_bad.why
            : t('audit.verify.firstBad', { position: format.number(first_bad.position), why: first_bad.why })}
        </p>
      )}
      <p>{t('audit.verify.tamperedText')}</p>
      {entryId === null ? null : (
        <button type="button" className="mt-1 underlined" onClick={() => onOpen(entryId)}>
          {t('audit.verify.showEntry')}
        </button>
      )}
    </Notice>
  )
}
