import { useQuery } from '@tanstack/react-query'
import { Plus, Shapes, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { TypeDialog } from '../product-types/type-dialog.tsx'
import type { ProductType } from '../product-types/types.ts'
import { typesQuery } from '../product-types/types-query.ts'
import { Page } from '../shell/page.tsx'

type Open = { kind: 'edit'; type: ProductType | null } | { kind: 'delete'; type: ProductType } | null

/** Kinds of products and which attributes they have. */
export default function ProductTypes() {
  const { t } = useTranslation()
  const types = useQuery(typesQuery)
  const [open, setOpen] = useState<Open>(null)
  const add = (
    <Button variant="primary" onClick={() => setOpen({ kind: 'edit', type: null })}>
      <Icon icon={Plus} size="sm" />
      {t('productTypes.add')}
    </Button>
  )
  return (
    <Page
      title={t('productTypes.title')}
      tab={t('productTypes.title')}
      lead={t('productTypes.lead')}
      actions={add}
    >
      <Card flush>
        <Loaded query={types} loading={<TableSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={Shapes} title={t('productTypes.empty')} action={add}>
                {t('productTypes.emptyText')}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((type) => (
                  <TypeRow key={type.id} type={type} onOpen={setOpen} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {open?.kind === 'edit' ? <TypeDialog type={open.type} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'delete' ? (
        <DeleteDialog
          title={t('productTypes.deleteTitle', { name: open.type.name })}
          text={t('productTypes.deleteText')}
          said={t('productTypes.deleted')}
          shownBy={['product-types']}
          remove={() => api.catalog.deleteProductType({ type_id: open.type.id })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Page>
  )
}

function TypeRow({ type, onOpen }: { type: ProductType; onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  return (
    <li className="flex items-center gap-3 px-4 py-3 text-control-sm">
      <div className="min-w-0 flex-1">
        <button
          type="button"
          className="rounded-sm font-medium hover:underline"
          onClick={() => onOpen({ kind: 'edit', type })}
        >
          {type.name}
        </button>
        <p className="truncate text-ink-muted">
          {type.attributes.map(({ name }) => name).join(', ') || t('productTypes.noAttributes')}
        </p>
      </div>
      <span className="figures whitespace-nowrap text-ink-subtle">
        {t('catalog.productCount', { count: type.product_count })}
      </span>
      <IconButton
        icon={Trash2}
        label={`${t('common.delete')}: ${type.name}`}
        disabled={type.product_count > 0}
        onClick={() => onOpen({ kind: 'delete', type })}
      />
    </li>
  )
}
