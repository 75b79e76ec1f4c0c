import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Coupon } from './promotions-query.ts'

type Limits = { readonly most: string; readonly each: string }

const limit = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

/** One code that is chosen, or many that are made up, with their limits. */
export function NewCouponsDialog({ promotionId, onClose }: { promotionId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const [many, setMany] = useState(false)
  const [code, setCode] = useState('')
  const [count, setCount] = useState('100')
  const [prefix, setPrefix] = useState('')
  const [limits, setLimits] = useState<Limits>({ most: '', each: '' })
  const save = useMutation({
    mutationFn: () =>
      api.pricing.createCoupons({
        promotion_id: promotionId,
        ...(many ? { count: Number(count), prefix } : { code }),
        max_uses: limit(limits.most),
        max_uses_per_person: limit(limits.each),
      }),
    onSuccess: ({ created }) => {
      toast({ title: t('promotions.codesAdded', { count: created }) })
      onClose()
    },
  })
  const errors = fieldErrorsOf(save.error, { PRICING_CODE_TAKEN: 'code' })
  const at = (path: string) => errors.at(path, failureText)
  return (
    <FormDialog
      title={t('promotions.addCodes')}
      submitLabel={t('promotions.addCodes')}
      pending={save.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <RadioCards
        legend={t('promotions.howMany')}
        name="many"
        defaultValue="one"
        options={[
          { value: 'one', label: t('promotions.oneCode'), hint: t('promotions.oneCodeHint') },
          { value: 'many', label: t('promotions.manyCodes'), hint: t('promotions.manyCodesHint') },
        ]}
        onChange={(value) => {
          setMany(value === 'many')
          setLimits(value === 'many' ? { most: '1', each: '' } : { most: '', each: '' })
        }}
      />
      {many ? (
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField
            label={t('promotions.count')}
            type="number"
            min={1}
            max={10_000}
            required
            value={count}
            error={at('count')}
            onChange={(event) => setCount(event.target.value)}
          />
          <TextField
            label={t('promotions.prefix')}
            optional={t('common.optional')}
            maxLength={12}
            value={prefix}
            error={at('prefix')}
            onChange={(event) => setPrefix(event.target.value)}
          />
        </div>
      ) : (
        <TextField
          label={t('promotions.code')}
          hint={t('promotions.codeHint')}
          required
          maxLength={60}
          autoComplete="off"
          value={code}
          error={at('code')}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <LimitFields limits={limits} at={at} onChange={setLimits} />
    </FormDialog>
  )
}

/** The limits of a code, and whether it counts at all. */
export function CouponDialog({ coupon, onClose }: { coupon: Coupon; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const [active, setActive] = useState(coupon.active)
  const [limits, setLimits] = useState<Limits>({
    most: coupon.max_uses === null ? '' : String(coupon.max_uses),
    each: coupon.max_uses_per_person === null ? '' : String(coupon.max_uses_per_person),
  })
  const save = useMutation({
    mutationFn: () =>
      api.pricing.updateCoupon({
        coupon_id: coupon.id,
        active,
        max_uses: limit(limits.most),
        max_uses_per_person: limit(limits.each),
      }),
    onSuccess: () => {
      toast({ title: t('promotions.codeSaved') })
      onClose()
    },
  })
  const errors = fieldErrorsOf(save.error)
  return (
    <FormDialog
      title={coupon.code}
      submitLabel={t('common.save')}
      pending={save.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <LimitFields limits={limits} at={(path) => errors.at(path, failureText)} onChange={setLimits} />
      <Checkbox
        label={t('promotions.codeActive')}
        checked={active}
        onChange={(event) => setActive(event.target.checked)}
      />
    </FormDialog>
  )
}

function LimitFields({
  limits,
  at,
  onChange,
}: {
  limits: Limits
  at: (path: string) => string | undefined
  onChange: (limits: Limits) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <TextField
        label={t('promotions.maxUses')}
        optional={t('common.optional')}
        type="number"
        min={1}
        max={1_000_000_000}
        value={limits.most}
        error={at('max_uses')}
        onChange={(event) => onChange({ ...limits, most: event.target.value })}
      />
      <TextField
        label={t('promotions.maxPerPerson')}
        hint={t('promotions.perPersonHint')}
        optional={t('common.optional')}
        type="number"
        min={1}
        max={1_000_000_000}
        value={limits.each}
        error={at('max_uses_per_person')}
        onChange={(event) => onChange({ ...limits, each: event.target.value })}
      />
    </div>
  )
}
