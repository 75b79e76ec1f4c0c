import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api, type Answer } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { readPieces } from './read-pieces.ts'
import { useStockCommand } from './use-stock-command.ts'

type Stock = Answer<'inventory', 'getStock'>

/** When a variant is low, and how many may be ordered beyond what is there. */
export function RulesCard({ stock }: { stock: Stock }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [threshold, setThreshold] = useState(stock.low_stock_threshold?.toString() ?? '')
  const [limit, setLimit] = useState(String(stock.backorder_limit))
  const [tried, setTried] = useState(false)
  const low = readPieces(threshold)
  const more = readPieces(limit, 9_999)
  const lowIsRight = low !== null || threshold.trim() === ''
  const save = useStockCommand(
    () =>
      api.inventory.setStockRules({
        variant_id: stock.variant_id,
        low_stock_threshold: low,
        backorder_limit: more ?? stock.backorder_limit,
      }),
    t('warehouse.rulesSaved'),
    () => undefined,
  )
  return (
    <Card title={t('warehouse.rules')}>
      <form
        className="flex flex-col items-start gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (lowIsRight && more !== null) save.mutate()
        }}
      >
        {save.isError ? <Notice tone="danger">{failureText(save.error)}</Notice> : null}
        <TextField
          label={t('warehouse.threshold')}
          optional={t('common.optional')}
          hint={t('warehouse.thresholdHint')}
          error={tried && !lowIsRight ? t('warehouse.wholeOrNone') : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          value={threshold}
          onChange={(event) => setThreshold(event.target.value)}
        />
        <TextField
          label={t('warehouse.backorder')}
          hint={t('warehouse.backorderHint')}
          error={tried && more === null ? t('warehouse.wholeOrNone') : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
        />
        <Button type="submit" pending={save.isPending}>
          {t('warehouse.saveRules')}
        </Button>
      </form>
    </Card>
  )
}
