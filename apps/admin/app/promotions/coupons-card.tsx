import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { CouponDialog, NewCouponsDialog } from './coupon-dialogs.tsx'
import { type Coupon, couponsQuery, type Promotion } from './promotions-query.ts'

type Open = { kind: 'new' } | { kind: 'edit'; coupon: Coupon } | null

/** The codes of a promotion with their limits and uses. */
export function CouponsCard({ promotion }: { promotion: Promotion }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const params = useListParams()
  const writable = useCan()('promotions:write')
  const [open, setOpen] = useState<Open>(null)
  const coupons = useQuery(couponsQuery({ promotion_id: promotion.id, page: params.page }))
  const download = useMutation({
    mutationFn: () => api.pricing.exportCoupons({ promotion_id: promotion.id }),
    onSuccess: (file) => saveFile(file),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
  })
  const close = () => {
    setOpen(null)
    void client.invalidateQueries({ queryKey: ['promotions'] })
  }
  return (
    <Card
      flush
      title={t('promotions.codes')}
      action={
        writable ? (
          <span className="flex flex-wrap gap-2">
            {promotion.coupons > 0 ? (
              <Button size="sm" pending={download.isPending} onClick={() => download.mutate()}>
                <Icon icon={Download} size="sm" />
                {t('promotions.downloadCodes')}
              </Button>
            ) : null}
            <Button size="sm" onClick={() => setOpen({ kind: 'new' })}>
              <Icon icon={Plus} size="sm" />
              {t('promotions.addCodes')}
            </Button>
          </span>
        ) : null
      }
    >
      <Loaded query={coupons} loading={<TableSkeleton rows={3} />}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="px-5 py-4 text-control-sm text-ink-muted">{t('promotions.noCodes')}</p>
          ) : (
            <>
              <CouponTable
                coupons={page.items}
                onEdit={writable ? (coupon) => setOpen({ kind: 'edit', coupon }) : null}
              />
              <Pager page={page} params={params} />
            </>
          )
        }
      </Loaded>
      {open?.kind === 'new' ? <NewCouponsDialog promotionId={promotion.id} onClose={close} /> : null}
      {open?.kind === 'edit' ? <CouponDialog coupon={open.coupon} onClose={close} /> : null}
    </Card>
  )
}

function CouponTable({
  coupons,
  onEdit,
}: {
  coupons: readonly Coupon[]
  onEdit: ((coupon: Coupon) => void) | null
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const limit = (value: number | null) => (value === null ? t('promotions.noLimit') : format.number(value))
  return (
    <Table caption={t('promotions.codes')}>
      <thead>
        <tr>
          <HeadCell>{t('promotions.code')}</HeadCell>
          <HeadCell end>{t('promotions.uses')}</HeadCell>
          <HeadCell end>{t('promotions.maxUses')}</HeadCell>
          <HeadCell end className="hidden sm:table-cell">
            {t('promotions.maxPerPerson')}
          </HeadCell>
          <HeadCell>{t('common.status')}</HeadCell>
          {onEdit ? <HeadCell end>{t('common.edit')}</HeadCell> : null}
        </tr>
      </thead>
      <tbody>
        {coupons.map((coupon) => (
          <Row key={coupon.id}>
            <Cell className="font-mono">{coupon.code}</Cell>
            <Cell end>{format.number(coupon.uses)}</Cell>
            <Cell end>{limit(coupon.max_uses)}</Cell>
            <Cell end className="hidden sm:table-cell">
              {limit(coupon.max_uses_per_person)}
            </Cell>
            <Cell>
              <Badge tone={coupon.active ? 'success' : 'neutral'} dot>
                {t(coupon.active ? 'promotions.codeOn' : 'promotions.codeOff')}
              </Badge>
            </Cell>
            {onEdit ? (
              <Cell end>
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={`${t('common.edit')}: ${coupon.code}`}
                  onClick={() => onEdit(coupon)}
                >
                  {t('common.edit')}
                </Button>
              </Cell>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
