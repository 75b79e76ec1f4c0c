import { Dialog as Base } from '@base-ui/react/dialog'
import { Search, type LucideIcon } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type Command = {
  id: string
  group: string
  label: ReactNode
  hint?: ReactNode
  icon?: LucideIcon
  onSelect: () => void
}

/**
 * A window with one line of text and what matches it. Arrow keys choose, Enter goes, Escape closes.
 * The app filters: it hears `onQuery` and hands in the commands that fit.
 */
export function CommandList({
  open,
  onOpenChange,
  label,
  placeholder,
  query,
  onQuery,
  commands,
  empty,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  label: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  commands: Command[]
  empty: ReactNode
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-clip rounded-xl border border-line bg-raised text-ink shadow-lg transition-[opacity,scale] duration-150 ease-out data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0">
          <Base.Title className="visually-hidden">{label}</Base.Title>
          <Choices
            {...{ label, placeholder, query, onQuery, commands, empty }}
            onChosen={() => onOpenChange(false)}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function Choices({
  label,
  placeholder,
  query,
  onQuery,
  commands,
  empty,
  onChosen,
}: {
  label: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  commands: Command[]
  empty: ReactNode
  onChosen: () => void
}) {
  const listId = useId()
  const [wanted, setWanted] = useState(0)
  const active = Math.min(wanted, Math.max(commands.length - 1, 0))
  const activeOption = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Answers a promise in newer browsers, which is no way to clean up.
    activeOption.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (command: Command | undefined) => {
    if (!command) return
    onChosen()
    command.onSelect()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && commands.length > 0) {
      event.preventDefault()
      setWanted((active + step + commands.length) % commands.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(commands[active])
    }
  }
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon icon={Search} className="text-ink-subtle" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={commands[active] ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-label={label}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setWanted(0)
            onQuery(event.target.value)
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 flex-1 bg-transparent text-base outline-none!"
        />
      </div>
      <div id={listId} role="listbox" aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {commands.map((command, index) => (
          <div key={command.id}>
            {commands[index - 1]?.group === command.group ? null : (
              <p className="px-2.5 pt-2 pb-1 text-2xs font-medium text-ink-subtle">{command.group}</p>
            )}
            <div
              ref={index === active ? activeOption : null}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseMove={() => setWanted(index)}
              onClick={() => choose(command)}
              className={cx(
                'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 text-control-sm',
                index === active && 'bg-hover',
              )}
            >
              {command.icon ? <Icon icon={command.icon} className="text-ink-subtle" /> : null}
              <span className="min-w-0 flex-1 truncate">{command.label}</span>
              {command.hint ? (
                <span className="figures shrink-0 text-xs text-ink-subtle">{command.hint}</span>
              ) : null}
            </div>
          </div>
        ))}
        {commands.length === 0 ? <p className="px-3 py-8 text-center text-ink-subtle">{empty}</p> : null}
      </div>
    </>
  )
}
