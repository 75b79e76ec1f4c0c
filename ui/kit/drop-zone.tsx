import { ImagePlus } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

/** A place to drop files onto, and a button to pick them. */
export function DropZone({
  label,
  hint,
  accept,
  multiple,
  onFiles,
  className,
}: {
  label: ReactNode
  hint?: ReactNode
  /** As the attribute of a file input: 'image/png,image/jpeg'. */
  accept: string
  multiple?: boolean
  onFiles: (files: File[]) => void
  className?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    if (list?.length) onFiles([...list].slice(0, multiple ? undefined : 1))
  }
  return (
    <>
      <button
        type="button"
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
        className={cx(
          'flex flex-col items-center justify-center gap-1.5 rounded-lg border border-dashed px-4 py-5 text-center text-control-sm transition-colors',
          over
            ? 'border-accent bg-accent-soft text-accent-text'
            : 'border-line-strong text-ink-muted hover:bg-hover',
          className,
        )}
      >
        <Icon icon={ImagePlus} />
        <span className="font-medium">{label}</span>
        {hint ? <span className="text-xs text-ink-subtle">{hint}</span> : null}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </>
  )
}
