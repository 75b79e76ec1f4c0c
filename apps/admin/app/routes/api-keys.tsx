import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { CreateKeyDialog } from '../api-keys/create-key-dialog.tsx'
import { KeyRow } from '../api-keys/key-row.tsx'
import { type ApiKey, keysQuery, type NewKey } from '../api-keys/keys-query.ts'
import { RevokeKeyDialog } from '../api-keys/revoke-key-dialog.tsx'
import { RotateKeyDialog } from '../api-keys/rotate-key-dialog.tsx'
import { ShownKeyDialog } from '../api-keys/shown-key-dialog.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

type Open =
  { kind: 'create' } | { kind: 'rotate' | 'revoke'; key: ApiKey } | { kind: 'shown'; key: NewKey } | null

export default function ApiKeys() {
  const { t } = useTranslation()
  const can = useCan()
  const params = useListParams()
  const [open, setOpen] = useState<Open>(null)
  const all = params.get('view') === 'all' && can('access:manage')
  const keys = useQuery(keysQuery(all, params.page))
  const close = () => setOpen(null)
  const show = (key: NewKey) => setOpen({ kind: 'shown', key })
  const add = (
    <Button variant="primary" onClick={() => setOpen({ kind: 'create' })}>
      <Icon icon={Plus} size="sm" />
      {t('keys.add')}
    </Button>
  )
  return (
    <Page title={t('keys.title')} tab={t('keys.title')} lead={t('keys.lead')} actions={add}>
      {can('access:manage') ? (
        <LinkTabs
          label={t('keys.views.label')}
          tabs={[
            { href: '?', label: t('keys.views.mine'), current: !all },
            { href: '?view=all', label: t('keys.views.all'), current: all },
          ]}
        />
      ) : null}
      <Card flush>
        <Loaded query={keys} loading={<TableSkeleton rows={3} />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={KeyRound} title={t('keys.empty')}>
                {t('keys.emptyText')}
              </EmptyState>
            ) : (
              <>
                <ul className="divide-y divide-line">
                  {page.items.map((key) => (
                    <KeyRow
                      key={key.id}
                      apiKey={key}
                      onRotate={() => setOpen({ kind: 'rotate', key })}
                      onRevoke={() => setOpen({ kind: 'revoke', key })}
                    />
                  ))}
                </ul>
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
      {open?.kind === 'create' ? <CreateKeyDialog onKey={show} onClose={close} /> : null}
      {open?.kind === 'rotate' ? <RotateKeyDialog apiKey={open.key} onKey={show} onClose={close} /> : null}
      {open?.kind === 'revoke' ? <RevokeKeyDialog apiKey={open.key} onClose={close} /> : null}
      {open?.kind === 'shown' ? <ShownKeyDialog newKey={open.key} onClose={close} /> : null}
    </Page>
  )
}
