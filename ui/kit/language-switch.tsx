import { ChoiceSwitch } from './choice-switch.tsx'

/** The languages, each in its own name. Stands in a form that stores `locale`, or calls `onChoose`. */
export function LanguageSwitch({
  current,
  label,
  languages,
  onChoose,
}: {
  current: string
  label: string
  languages: { code: string; name: string }[]
  onChoose?: (code: string) => void
}) {
  return (
    <ChoiceSwitch
      name="locale"
      label={label}
      current={current}
      choices={languages.map((language) => ({
        value: language.code,
        label: language.name,
        lang: language.code,
      }))}
      {...(onChoose ? { onChoose } : {})}
    />
  )
}
