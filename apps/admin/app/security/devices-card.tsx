import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Failure } from '../list/failure.tsx'

/** Devices that stand in for the second factor. */
export function DevicesCard() {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const failureText = useFailureText()
  const devices = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => api.identity.listDevices({}, { signal }),
  })
  const forget = useMutation({
    mutationFn: (device_id: string | null) =>
      device_id === null ? api.identity.forgetAllDevices({}) : api.identity.forgetDevice({ device_id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['devices'] }),
  })
  const items = devices.data?.items ?? []
  return (
    <Card
      title={t('security.factors.devicesTitle')}
      action={
        items.length > 1 ? (
          <Button size="sm" pending={forget.isPending} onClick={() => forget.mutate(null)}>
            {t('security.factors.forgetAll')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-3">
        {devices.isPending ? <Skeleton className="h-8" /> : null}
        {devices.isError ? <Failure error={devices.error} onRetry={() => void devices.refetch()} /> : null}
        {forget.isError ? <Notice tone="danger">{failureText(forget.error)}</Notice> : null}
        {devices.data ? (
          <p className="text-control-sm text-ink-muted">
            {items.length === 0 ? t('security.factors.devicesNone') : t('security.factors.devicesText')}
          </p>
        ) : null}
        {items.length > 0 ? (
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <li key={item.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-control-sm">
                  <span className="font-medium">{item.device}</span>
                  {item.current ? <Badge tone="accent">{t('security.factors.thisDevice')}</Badge> : null}
                  <span className="text-ink-subtle">
                    {[
                      item.place,
                      t('security.factors.rememberedUntil', { date: format.day(item.remembered_until) }),
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </span>
                <Button
                  size="sm"
                  aria-label={t('security.factors.forgetNamed', { device: item.device })}
                  pending={forget.isPending && forget.variables === item.id}
                  onClick={() => forget.mutate(item.id)}
                >
                  {t('security.factors.forget')}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  )
}
