import { useState, type FormEvent } from 'react'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { ListParams } from './use-list-params.ts'

/** A filter that must match as a whole: taken over on Enter or when the field is left. */
export function FilterField({
  params,
  name,
  label,
  placeholder,
  className,
}: {
  params: ListParams
  name: string
  label: string
  placeholder?: string
  className?: string
}) {
  const inAddress = params.get(name) ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  if (seen !== inAddress) {
    setSeen(inAddress)
    setTyped(inAddress)
  }
  const take = () => {
    if (typed.trim() !== inAddress) params.set({ [name]: typed.trim() })
  }
  return (
    <form
      className={className}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        take()
      }}
    >
      <TextField
        label={label}
        placeholder={placeholder}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
      />
    </form>
  )
}
