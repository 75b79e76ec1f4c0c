import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Failure } from '../list/failure.tsx'
import { useMe } from '../session/use-me.ts'
import { factorsQuery } from './factors-query.ts'
import { KeptCodes } from './kept-codes.tsx'
import { RegenerateDialog, RemoveTotpDialog } from './totp-dialogs.tsx'
import { TotpSetup } from './totp-setup.tsx'

const FEW_CODES = 3

type Open = 'none' | 'setup' | 'regenerate' | 'remove'

/** The authenticator app of the account and its backup codes. */
export function TotpCard() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { email } = useMe()
  const factors = useQuery(factorsQuery)
  const [open, setOpen] = useState<Open>('none')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const close = () => {
    setOpen('none')
    setCodes(null)
    void client.invalidateQueries()
  }
  return (
    <Card
      title={t('security.totp.title')}
      action={
        factors.data ? (
          <Badge dot tone={factors.data.totp ? 'success' : 'neutral'}>
            {factors.data.totp ? t('security.totp.on') : t('security.totp.off')}
          </Badge>
        ) : null
      }
    >
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-control-sm text-ink-muted">{t('security.totp.text')}</p>
        {factors.isPending ? <Skeleton className="h-8" /> : null}
        {factors.isError ? <Failure error={factors.error} onRetry={() => void factors.refetch()} /> : null}
        {factors.data ? <State factors={factors.data} onOpen={setOpen} /> : null}
      </div>
      {open === 'setup' || codes !== null ? (
        <Dialog
          open
          onOpenChange={(next) => (next ? undefined : close())}
          title={codes === null ? t('security.totp.setUpTitle') : t('security.totp.codesTitle')}
          closeLabel={t('common.close')}
        >
          {codes === null ? (
            <TotpSetup onDone={setCodes} />
          ) : (
            <KeptCodes codes={codes} email={email} onKept={close} />
          )}
        </Dialog>
      ) : null}
      {open === 'regenerate' && codes === null ? (
        <RegenerateDialog onDone={setCodes} onClose={close} />
      ) : null}
      {open === 'remove' ? <RemoveTotpDialog onClose={close} /> : null}
    </Card>
  )
}

function State({
  factors,
  onOpen,
}: {
  factors: Answer<'identity', 'getFactors'>
  onOpen: (open: Open) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!factors.totp) {
    return (
      <Button variant="primary" className="self-start" onClick={() => onOpen('setup')}>
        {t('security.totp.setUp')}
      </Button>
    )
  }
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-control-sm">
        {factors.confirmed_at ? (
          <span>{t('security.totp.since', { date: format.day(factors.confirmed_at) })}</span>
        ) : null}
        <span>{t('security.totp.codesLeft', { count: factors.backup_codes_left })}</span>
      </p>
      {factors.backup_codes_left <= FEW_CODES ? (
        <Notice tone="warning">{t('security.totp.codesLow')}</Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onOpen('regenerate')}>{t('security.totp.regenerate')}</Button>
        <Button onClick={() => onOpen('setup')}>{t('security.totp.replace')}</Button>
        {factors.passkeys > 0 ? (
          <Button className="text-danger!" onClick={() => onOpen('remove')}>
            {t('security.totp.remove')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
