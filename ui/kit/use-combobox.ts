import { type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from 'react'

/**
 * The behaviour of a line of text with a list of choices below it, by the combobox pattern of the ARIA Authoring
 * Practices (list autocomplete, manual selection). The text stays where it is: arrow keys walk through the list, Enter
 * chooses what is walked to and otherwise does what it does in a form, Escape closes. `show` is to be called when
 * somebody types.
 */
export function useCombobox({ count, onChoose }: { count: number; onChoose: (index: number) => void }) {
  const id = useId()
  const [wanted, setWanted] = useState(false)
  const [walked, setWalked] = useState<number | null>(null)
  const open = wanted && count > 0
  const active = open && walked !== null && walked < count ? walked : null
  const optionId = (index: number) => `${id}-${String(index)}`

  useEffect(() => {
    if (active !== null)
      document.getElementById(`${id}-${String(active)}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])

  const close = () => {
    setWanted(false)
    setWalked(null)
  }
  const choose = (index: number) => {
    close()
    onChoose(index)
  }
  const walk = (step: 1 | -1) => {
    setWanted(true)
    if (active === null) setWalked(step === 1 ? 0 : count - 1)
    else setWalked((active + step + count) % count)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && count > 0) {
      event.preventDefault()
      walk(step)
    } else if (event.key === 'Enter') {
      if (active === null) close()
      else {
        event.preventDefault()
        choose(active)
      }
    } else if (event.key === 'Escape' && open) {
      // The list goes first; a second Escape is the browser's, which empties a search field, or the dialog's.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return {
    open,
    active,
    close,
    show: () => {
      setWanted(true)
      setWalked(null)
    },
    input: {
      role: 'combobox' as const,
      autoComplete: 'off',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': open,
      'aria-controls': open ? id : undefined,
      'aria-activedescendant': active === null ? undefined : optionId(active),
      onKeyDown,
      onBlur: close,
    },
    list: { id, role: 'listbox' as const },
    option: (index: number) => ({
      id: optionId(index),
      role: 'option' as const,
      'aria-selected': index === active,
      // The text keeps the focus, or leaving it would close the list before the click arrives.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onMouseMove: () => setWalked(index),
      onClick: () => choose(index),
    }),
  }
}
