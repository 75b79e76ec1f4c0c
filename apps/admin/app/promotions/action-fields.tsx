import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { AmountsField } from './amounts-field.tsx'
import { emptyTier, kinds, type Kind, type PromotionDraft, type TierDraft } from './promotion-draft.ts'

type Change = (part: Partial<PromotionDraft>) => void
type At = (path: string) => string | undefined

/** What a promotion does, with the fields of its kind. */
export function ActionFields({ draft, at, set }: { draft: PromotionDraft; at: At; set: Change }) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t('promotions.kind')}
        value={draft.kind}
        onChange={(event) => set({ kind: event.target.value as Kind })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`promotions.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <KindFields draft={draft} at={at} set={set} />
    </>
  )
}

function KindFields({ draft, at, set }: { draft: PromotionDraft; at: At; set: Change }) {
  const { t } = useTranslation()
  const atMost = (
    <AmountsField
      label={t('promotions.atMost')}
      optional={t('common.optional')}
      value={draft.atMost}
      error={at('action.at_most')}
      onChange={(value) => set({ atMost: value })}
    />
  )
  switch (draft.kind) {
    case 'percentage':
      return (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <PercentField
            value={draft.percent}
            error={at('action.percent')}
            onChange={(percent) => set({ percent })}
          />
          {atMost}
        </div>
      )
    case 'amount':
      return (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <AmountsField
            label={t('promotions.amount')}
            required
            value={draft.amount}
            error={at('action.amount')}
            onChange={(amount) => set({ amount })}
          />
          <SelectField
            label={t('promotions.per')}
            value={draft.per}
            onChange={(event) => set({ per: event.target.value === 'piece' ? 'piece' : 'order' })}
          >
            <option value="order">{t('promotions.perOrder')}</option>
            <option value="piece">{t('promotions.perPiece')}</option>
          </SelectField>
        </div>
      )
    case 'buy_get':
      return (
        <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
          {(['buy', 'get', 'times'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`promotions.${name}`)}
              {...(name === 'times' ? { optional: t('common.optional') } : { required: true })}
              type="number"
              min={1}
              max={10_000}
              value={draft[name]}
              error={at(name === 'times' ? 'action.at_most_times' : `action.${name}`)}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          ))}
          <PercentField
            placeholder="100"
            value={draft.percent}
            error={at('action.percent')}
            onChange={(percent) => set({ percent })}
          />
        </div>
      )
    case 'tiered':
      return <Tiers draft={draft} at={at} set={set} />
    case 'free_shipping':
      return atMost
  }
}

function PercentField({
  value,
  error,
  placeholder,
  onChange,
}: {
  value: string
  error: string | undefined
  placeholder?: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('promotions.percent')}
      lead={<span className="text-control-sm">%</span>}
      inputMode="decimal"
      autoComplete="off"
      required={placeholder === undefined}
      placeholder={placeholder}
      maxLength={8}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Tiers({ draft, at, set }: { draft: PromotionDraft; at: At; set: Change }) {
  const { t } = useTranslation()
  const change = (index: number, part: Partial<TierDraft>) =>
    set({ tiers: draft.tiers.map((tier, other) => (other === index ? { ...tier, ...part } : tier)) })
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={t('promotions.tiersBy')}
        value={draft.tiersBy}
        onChange={(event) => set({ tiersBy: event.target.value === 'value' ? 'value' : 'pieces' })}
      >
        <option value="pieces">{t('promotions.byPieces')}</option>
        <option value="value">{t('promotions.byValue')}</option>
      </SelectField>
      {draft.tiers.map((tier, index) => {
        const path = `action.tiers.${String(index)}`
        return (
          <fieldset
            key={index}
            className="grid items-start gap-3 rounded-md border border-line p-3 sm:grid-cols-[1fr_1fr_1fr_auto]"
          >
            <legend className="px-1 text-xs text-ink-subtle">
              {t('promotions.tier', { number: index + 1 })}
            </legend>
            {draft.tiersBy === 'pieces' ? (
              <TextField
                label={t('promotions.fromPieces')}
                type="number"
                min={1}
                max={10_000}
                required
                value={tier.from}
                error={at(`${path}.from`)}
                onChange={(event) => change(index, { from: event.target.value })}
              />
            ) : (
              <AmountsField
                label={t('promotions.fromValue')}
                required
                value={tier.fromValue}
                error={at(`${path}.from`) ?? at(`${path}.from.value`)}
                onChange={(fromValue) => change(index, { fromValue })}
              />
            )}
            <SelectField
              label={t('promotions.gain')}
              value={tier.gain}
              onChange={(event) => change(index, { gain: event.target.value as TierDraft['gain'] })}
            >
              <option value="percentage">{t('promotions.kinds.percentage')}</option>
              <option value="order">{t('promotions.amountOrder')}</option>
              <option value="piece">{t('promotions.amountPiece')}</option>
            </SelectField>
            {tier.gain === 'percentage' ? (
              <PercentField
                value={tier.percent}
                error={at(`${path}.gain.percent`)}
                onChange={(percent) => change(index, { percent })}
              />
            ) : (
              <AmountsField
                label={t('promotions.amount')}
                required
                value={tier.amount}
                error={at(`${path}.gain.amount`)}
                onChange={(amount) => change(index, { amount })}
              />
            )}
            {draft.tiers.length > 1 ? (
              <IconButton
                icon={X}
                label={`${t('common.remove')}: ${t('promotions.tier', { number: index + 1 })}`}
                onClick={() => set({ tiers: draft.tiers.filter((_, other) => other !== index) })}
              />
            ) : null}
          </fieldset>
        )
      })}
      {draft.tiers.length < 20 ? (
        <div>
          <Button size="sm" onClick={() => set({ tiers: [...draft.tiers, emptyTier] })}>
            <Icon icon={Plus} size="sm" />
            {t('promotions.addTier')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
