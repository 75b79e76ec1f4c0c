import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { RoleList } from '../roles/role-list.tsx'
import { RoleMatrix } from '../roles/role-matrix.tsx'
import { permissionsQuery, rolesQuery } from '../roles/roles-query.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

const views = ['list', 'matrix'] as const

export default function Roles() {
  const { t } = useTranslation()
  const can = useCan()
  const params = useListParams()
  const view = oneOf(params.get('view'), views) ?? 'list'
  const roles = useQuery(rolesQuery)
  const permissions = useQuery(permissionsQuery)
  return (
    <Page
      title={t('roles.title')}
      tab={t('roles.title')}
      lead={t('roles.lead')}
      actions={
        can('access:manage') ? (
          <LinkButton href="/roles/new" variant="primary">
            <Icon icon={Plus} size="sm" />
            {t('roles.add')}
          </LinkButton>
        ) : null
      }
    >
      <LinkTabs
        label={t('roles.views.label')}
        tabs={views.map((name) => ({
          href: name === 'list' ? '?' : `?view=${name}`,
          label: t(`roles.views.${name}`),
          current: view === name,
        }))}
      />
      <Card flush>
        <Loaded query={roles} loading={<TableSkeleton rows={8} />}>
          {({ items }) =>
            view === 'list' ? (
              <RoleList roles={items} />
            ) : (
              <Loaded query={permissions} loading={<TableSkeleton rows={14} />}>
                {(all) => <RoleMatrix roles={items} permissions={all.items} />}
              </Loaded>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}
