import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useSaveKey } from '../form/use-save-key.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useCan } from '../session/use-me.ts'
import { ActionFields } from './action-fields.tsx'
import { AmountsField } from './amounts-field.tsx'
import { emptyPromotion, promotionDraft, readPromotion, type PromotionDraft } from './promotion-draft.ts'
import type { Promotion } from './promotions-query.ts'
import { ScopeFields } from './scope-fields.tsx'

const stackings = ['with_others', 'alone', 'with_all'] as const

/** All that can be said of a promotion, in the order in which one thinks of it. */
export function PromotionEditor({ promotion }: { promotion: Promotion | null }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const writable = useCan()('promotions:write')
  const [draft, setDraft] = useState(() =>
    promotion === null ? emptyPromotion : promotionDraft(promotion, locale),
  )
  const set = (part: Partial<PromotionDraft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => {
      const input = readPromotion(draft, locale)
      return promotion === null
        ? api.pricing.createPromotion(input)
        : api.pricing.updatePromotion({ promotion_id: promotion.id, ...input })
    },
    onSuccess: async (saved) => {
      toast({ title: t('promotions.saved') })
      await client.invalidateQueries({ queryKey: ['promotions'] })
      if (promotion === null) await navigate(`/promotions/${saved.id}`)
    },
  })
  const errors = fieldErrorsOf(save.error)
  const at = (path: string) => errors.at(path, failureText)
  useSaveKey(() => {
    if (writable && !save.isPending) save.mutate()
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      {save.isError ? <Notice tone="danger">{failureText(save.error)}</Notice> : null}
      <fieldset disabled={!writable} className="contents">
        <Card title={t('promotions.what')}>
          <div className="flex flex-col gap-4">
            <TextField
              label={t('promotions.name')}
              hint={t('promotions.nameHint')}
              required
              maxLength={120}
              value={draft.name}
              error={at('name')}
              onChange={(event) => set({ name: event.target.value })}
            />
            <ActionFields draft={draft} at={at} set={set} />
          </div>
        </Card>
        <Card title={t('promotions.onWhat')}>
          <div className="flex flex-col gap-4">
            <p className="text-control-sm text-ink-muted">{t('promotions.onWhatHint')}</p>
            <ScopeFields
              value={draft.scope}
              labels={{ categories: t('promotions.categories'), products: t('promotions.products') }}
              onChange={(scope) => set({ scope })}
            />
            <p className="text-control-sm font-medium">{t('promotions.except')}</p>
            <ScopeFields
              value={draft.scope.except}
              labels={{
                categories: t('promotions.exceptCategories'),
                products: t('promotions.exceptProducts'),
              }}
              onChange={(except) => set({ scope: { ...draft.scope, except } })}
            />
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <TextField
                label={t('promotions.minimumPieces')}
                optional={t('common.optional')}
                type="number"
                min={0}
                max={10_000}
                value={draft.minimumPieces}
                error={at('minimum.pieces')}
                onChange={(event) => set({ minimumPieces: event.target.value })}
              />
              <AmountsField
                label={t('promotions.minimumValue')}
                hint={t('promotions.minimumHint')}
                optional={t('common.optional')}
                value={draft.minimumValue}
                error={at('minimum.value')}
                onChange={(minimumValue) => set({ minimumValue })}
              />
            </div>
          </div>
        </Card>
        <Card title={t('promotions.when')}>
          <div className="flex flex-col gap-4">
            <div className="grid items-start gap-3 sm:grid-cols-2">
              {(['starts', 'ends'] as const).map((name) => (
                <TextField
                  key={name}
                  label={t(`promotions.${name}`)}
                  optional={t('common.optional')}
                  type="datetime-local"
                  value={draft[name]}
                  error={at(`${name}_at`)}
                  onChange={(event) => set({ [name]: event.target.value })}
                />
              ))}
            </div>
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-2 text-control-sm font-medium">{t('promotions.who')}</legend>
              {(['customers', 'guests'] as const).map((segment) => (
                <Checkbox
                  key={segment}
                  label={t(`promotions.segments.${segment}`)}
                  checked={draft.segments.includes(segment)}
                  onChange={(event) =>
                    set({
                      segments: event.target.checked
                        ? [...draft.segments, segment]
                        : draft.segments.filter((other) => other !== segment),
                    })
                  }
                />
              ))}
              <p className="text-xs text-ink-subtle">{t('promotions.whoHint')}</p>
            </fieldset>
            <Checkbox
              label={t('promotions.needsCoupon')}
              hint={t('promotions.needsCouponHint')}
              checked={draft.needsCoupon}
              onChange={(event) => set({ needsCoupon: event.target.checked })}
            />
          </div>
        </Card>
        <Card title={t('promotions.together')}>
          <RadioCards
            legend={t('promotions.together')}
            legendHidden
            name="stacking"
            defaultValue={draft.stacking}
            options={stackings.map((value) => ({
              value,
              label: t(`promotions.stackings.${value}`),
              hint: t(`promotions.stackingHints.${value}`),
            }))}
            onChange={(value) => set({ stacking: stackings.find((one) => one === value) ?? 'with_others' })}
          />
        </Card>
        <Card title={t('promotions.own')}>
          <div className="flex flex-col gap-4">
            <TextArea
              label={t('promotions.note')}
              optional={t('common.optional')}
              rows={2}
              maxLength={1_000}
              value={draft.note}
              error={at('note')}
              onChange={(event) => set({ note: event.target.value })}
            />
            <Checkbox
              label={t('promotions.active')}
              checked={draft.active}
              onChange={(event) => set({ active: event.target.checked })}
            />
          </div>
        </Card>
      </fieldset>
      {writable ? (
        <div>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
