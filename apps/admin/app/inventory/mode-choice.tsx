import { useTranslation } from 'react-i18next'
import { ChoiceSwitch } from '@rampart/kit/choice-switch.tsx'
import type { StockMode } from './stock-change.ts'

/** Whether what is typed is a difference, or what was counted. */
export function ModeChoice({ mode, onChoose }: { mode: StockMode; onChoose: (mode: StockMode) => void }) {
  const { t } = useTranslation()
  return (
    <div>
      <ChoiceSwitch
        name="mode"
        label={t('stock.how')}
        current={mode}
        choices={[
          { value: 'delta', label: t('stock.byDelta') },
          { value: 'count', label: t('stock.byCount') },
        ]}
        onChoose={(value) => onChoose(value as StockMode)}
      />
    </div>
  )
}
