import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { productStatuses } from '../products/product-status.tsx'
import { draftOf, fields, type MappingDraft, mappingOf, missingIn, type Use } from './mapping-draft.ts'
import type { FileMapping, Transfer } from './transfers-query.ts'

/** What each column of a file is read as; what was guessed can be changed. */
export function MappingCard({
  transfer,
  pending,
  onCheck,
}: {
  transfer: Transfer
  pending: boolean
  onCheck: (mapping: FileMapping) => void
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<MappingDraft>(() => draftOf(transfer))
  const change = (more: Partial<MappingDraft>) => setDraft((before) => ({ ...before, ...more }))
  const use = (column: string, wanted: Use) =>
    setDraft((before) => ({
      ...before,
      // Each field stands in one column.
      uses: Object.fromEntries(
        Object.entries(before.uses).map(([name, is]) => {
          if (name === column) return [name, wanted]
          return [name, is === wanted && wanted !== 'attribute' ? '' : is]
        }),
      ),
    }))
  const missing = missingIn(draft)
  const mapping = mappingOf(draft)
  return (
    <Card title={t('transfers.columns')} flush>
      <div className="flex flex-col gap-3 px-5 py-4">
        <p className="text-control-sm text-ink-muted">{t('transfers.columnsText')}</p>
        {missing.length === 0 ? null : (
          <Notice tone="warning">
            {t('transfers.missing', {
              fields: missing.map((field) => t(`transfers.fields.${field}`)).join(', '),
            })}
          </Notice>
        )}
      </div>
      <Table caption={t('transfers.columns')}>
        <thead>
          <tr>
            <HeadCell>{t('transfers.column')}</HeadCell>
            <HeadCell className="hidden sm:table-cell">{t('transfers.samples')}</HeadCell>
            <HeadCell>{t('transfers.readAs')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {transfer.columns.map(({ name, samples }) => (
            <Row key={name}>
              <Cell className="font-mono text-xs wrap-anywhere">{name}</Cell>
              <Cell className="hidden max-w-72 truncate text-ink-subtle sm:table-cell">
                {samples.join(' · ')}
              </Cell>
              <Cell>
                <SelectField
                  label={t('transfers.readColumn', { name })}
                  labelHidden
                  value={draft.uses[name] ?? ''}
                  className="w-52"
                  onChange={(event) => use(name, event.target.value as Use)}
                >
                  <option value="">{t('transfers.leftOut')}</option>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {t(`transfers.fields.${field}`)}
                    </option>
                  ))}
                  <option value="attribute">{t('transfers.fields.attribute')}</option>
                </SelectField>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap items-end gap-3 border-t border-line px-5 py-4">
        <SelectField
          label={t('transfers.unit')}
          value={draft.unit}
          className="w-full sm:w-52"
          onChange={(event) => change({ unit: event.target.value === 'minor' ? 'minor' : 'decimal' })}
        >
          <option value="decimal">{t('transfers.units.decimal')}</option>
          <option value="minor">{t('transfers.units.minor')}</option>
        </SelectField>
        <SelectField
          label={t('transfers.newStatus')}
          value={draft.status}
          className="w-full sm:w-44"
          onChange={(event) =>
            change({ status: productStatuses.find((status) => status === event.target.value) ?? 'published' })
          }
        >
          {productStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`catalog.status.${status}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('transfers.separator')}
          maxLength={10}
          value={draft.separator}
          className="w-full sm:w-44"
          onChange={(event) => change({ separator: event.target.value })}
        />
        <Button
          variant={transfer.state === 'unmapped' ? 'primary' : 'secondary'}
          disabled={mapping === null}
          pending={pending}
          onClick={() => {
            if (mapping !== null) onCheck(mapping)
          }}
        >
          {t('transfers.check')}
        </Button>
      </div>
    </Card>
  )
}
