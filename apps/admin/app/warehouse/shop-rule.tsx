import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { readPieces } from './read-pieces.ts'
import { useStockCommand } from './use-stock-command.ts'

/** From when on articles without a rule of their own are low. */
export function ShopRule() {
  const { t } = useTranslation()
  const settings = useQuery({
    queryKey: ['inventory', 'settings'],
    queryFn: ({ signal }) => api.inventory.getStockSettings({}, { signal }),
  })
  return (
    <Card title={t('warehouse.shopRule')}>
      <Loaded query={settings} loading={<Skeleton className="h-16 w-full" />}>
        {({ low_stock_threshold }) => (
          <ThresholdForm key={low_stock_threshold} present={low_stock_threshold} />
        )}
      </Loaded>
    </Card>
  )
}

function ThresholdForm({ present }: { present: number }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [typed, setTyped] = useState(String(present))
  const pieces = readPieces(typed)
  const save = useStockCommand(
    () => api.inventory.setStockSettings({ low_stock_threshold: pieces ?? present }),
    t('warehouse.rulesSaved'),
    () => undefined,
  )
  return (
    <form
      className="flex flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (pieces !== null) save.mutate()
      }}
    >
      <TextField
        label={t('warehouse.threshold')}
        hint={t('warehouse.shopRuleText')}
        error={
          pieces === null ? t('warehouse.wholeOrNone') : save.isError ? failureText(save.error) : undefined
        }
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" pending={save.isPending} disabled={pieces === null || pieces === present}>
        {t('warehouse.saveRules')}
      </Button>
    </form>
  )
}
