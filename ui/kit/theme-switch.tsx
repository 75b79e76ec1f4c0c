import { Monitor, Moon, Sun } from 'lucide-react'
import { ChoiceSwitch } from './choice-switch.tsx'
import { Icon } from './icon.tsx'

export type Theme = 'system' | 'light' | 'dark'

/** Light, dark, or as the system has it. Stands in a form that stores `theme`, or calls `onChoose`. */
export function ThemeSwitch({
  current,
  labels,
  onChoose,
}: {
  current: Theme
  labels: { group: string; system: string; light: string; dark: string }
  onChoose?: (theme: Theme) => void
}) {
  return (
    <ChoiceSwitch
      name="theme"
      label={labels.group}
      current={current}
      choices={[
        { value: 'system', label: labels.system, content: <Icon icon={Monitor} size="sm" /> },
        { value: 'light', label: labels.light, content: <Icon icon={Sun} size="sm" /> },
        { value: 'dark', label: labels.dark, content: <Icon icon={Moon} size="sm" /> },
      ]}
      {...(onChoose ? { onChoose: (value: string) => onChoose(value as Theme) } : {})}
    />
  )
}
