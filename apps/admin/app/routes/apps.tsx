import { useQuery } from '@tanstack/react-query'
import { AppWindow, Ellipsis, KeyRound, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { DeleteApp, RotateSecret } from '../apps/app-commands.tsx'
import { AppDialog } from '../apps/app-dialog.tsx'
import { type App, appsQuery } from '../apps/apps-query.ts'
import { SecretDialog } from '../apps/secret-dialog.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

type Open =
  | { kind: 'edit'; app: App | null }
  | { kind: 'rotate' | 'delete'; app: App }
  | { kind: 'secret'; name: string; secret: string }
  | null

export default function Apps() {
  const { t } = useTranslation()
  const can = useCan()
  const apps = useQuery(appsQuery)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const showSecret = (name: string, secret: string) => setOpen({ kind: 'secret', name, secret })
  const writable = can('oauth:write')
  const add = writable ? (
    <Button variant="primary" onClick={() => setOpen({ kind: 'edit', app: null })}>
      <Icon icon={Plus} size="sm" />
      {t('apps.add')}
    </Button>
  ) : null
  return (
    <Page title={t('apps.title')} tab={t('apps.title')} lead={t('apps.lead')} actions={add}>
      <Card flush>
        <Loaded query={apps} loading={<TableSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={AppWindow} title={t('apps.empty')} action={add}>
                {t('apps.emptyText')}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((app) => (
                  <AppRow key={app.client_id} app={app} onOpen={writable ? setOpen : null} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {open?.kind === 'edit' ? <AppDialog app={open.app} onSecret={showSecret} onClose={close} /> : null}
      {open?.kind === 'rotate' ? <RotateSecret app={open.app} onSecret={showSecret} onClose={close} /> : null}
      {open?.kind === 'delete' ? <DeleteApp app={open.app} onClose={close} /> : null}
      {open?.kind === 'secret' ? (
        <SecretDialog name={open.name} secret={open.secret} onClose={close} />
      ) : null}
    </Page>
  )
}

function AppRow({ app, onOpen }: { app: App; onOpen: ((open: Open) => void) | null }) {
  const { t } = useTranslation()
  return (
    <li className="flex items-center gap-4 px-5 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium wrap-anywhere">{app.name}</span>
          <Badge tone="neutral">{t(`apps.kinds.${app.kind}`)}</Badge>
        </div>
        <p className="mt-0.5 text-xs wrap-anywhere text-ink-subtle">
          {t('apps.clientId')}: <span className="font-mono">{app.client_id}</span>
        </p>
        <p className="mt-0.5 text-xs wrap-anywhere text-ink-subtle">{app.redirect_uris.join(' · ')}</p>
      </div>
      <p className="figures text-right text-xs text-ink-subtle">
        {t('apps.connections', { count: app.connections })}
      </p>
      {onOpen === null ? null : (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`${t('common.actions')}: ${app.name}`} />}
          entries={[
            {
              kind: 'action',
              label: t('common.edit'),
              icon: Pencil,
              onSelect: () => onOpen({ kind: 'edit', app }),
            },
            ...(app.kind === 'web'
              ? [
                  {
                    kind: 'action' as const,
                    label: t('apps.rotate'),
                    icon: KeyRound,
                    onSelect: () => onOpen({ kind: 'rotate', app }),
                  },
                ]
              : []),
            {
              kind: 'action',
              label: t('common.delete'),
              icon: Trash2,
              danger: true,
              onSelect: () => onOpen({ kind: 'delete', app }),
            },
          ]}
        />
      )}
    </li>
  )
}
