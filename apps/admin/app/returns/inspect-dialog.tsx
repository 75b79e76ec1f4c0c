import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Return } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from '../orders/use-order-command.ts'

const kinds = ['as_new', 'damaged', 'missing'] as const
const labels = { as_new: 'asNew', damaged: 'damaged', missing: 'missing' } as const

type Looked = Record<(typeof kinds)[number], number> & { restock: boolean }

const unseen: Looked = { as_new: 0, damaged: 0, missing: 0, restock: false }

/** How each piece arrived, line by line; all as new until somebody says otherwise. */
export function InspectDialog({ given, onClose }: { given: Return; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [note, setNote] = useState('')
  const [looked, setLooked] = useState<Record<string, Looked>>(() =>
    Object.fromEntries(
      given.lines.map((line) => [
        line.line_id,
        { as_new: line.quantity, damaged: 0, missing: 0, restock: true },
      ]),
    ),
  )
  const set = (lineId: string, change: Partial<Looked>) =>
    setLooked((all) => ({ ...all, [lineId]: { ...(all[lineId] ?? unseen), ...change } }))
  const inspect = useOrderCommand(
    () =>
      api.orders.inspectReturn({
        return_id: given.id,
        lines: given.lines.map(({ line_id }) => ({ line_id, ...(looked[line_id] ?? unseen) })),
        note: note.trim() || undefined,
      }),
    t('returns.done.inspect'),
    onClose,
  )
  const errors = fieldErrorsOf(inspect.error)
  return (
    <FormDialog
      title={t('returns.act.inspect')}
      description={t('returns.inspectText')}
      submitLabel={t('common.save')}
      pending={inspect.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => inspect.mutate()}
      onClose={onClose}
    >
      {given.lines.map((line) => (
        <fieldset key={line.line_id} className="min-w-0 rounded-lg border border-line p-4">
          <legend className="px-1 text-control-sm font-medium">
            {line.product_name} · {t('returns.pieces', { count: line.quantity })}
          </legend>
          <div className="grid grid-cols-3 gap-3">
            {kinds.map((kind) => (
              <TextField
                key={kind}
                label={t(`returns.${labels[kind]}`)}
                type="number"
                min={0}
                max={line.quantity}
                required
                value={String(looked[line.line_id]?.[kind] ?? 0)}
                onChange={(event) => set(line.line_id, { [kind]: Number(event.target.value) })}
              />
            ))}
          </div>
          <Checkbox
            className="mt-3"
            label={t('returns.restock')}
            checked={looked[line.line_id]?.restock ?? false}
            onChange={(event) => set(line.line_id, { restock: event.target.checked })}
          />
        </fieldset>
      ))}
      <TextArea
        label={t('returns.word')}
        optional={t('common.optional')}
        hint={t('returns.wordHint')}
        rows={3}
        maxLength={1000}
        value={note}
        error={errors.at('note', failureText)}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
