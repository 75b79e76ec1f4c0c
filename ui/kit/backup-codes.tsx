import { Download, Printer } from 'lucide-react'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'
import { useHydrated } from './use-hydrated.ts'

/** Backup codes, shown this one time, with what helps to keep them: copy, print, save. */
export function BackupCodes({
  codes,
  title,
  fileName,
  labels,
}: {
  codes: readonly string[]
  /** Whose codes they are: the first line of what is printed or saved. */
  title: string
  fileName: string
  labels: { list: string; copy: string; copied: string; print: string; download: string }
}) {
  const hydrated = useHydrated()
  const text = [title, '', ...codes.map(spaced), ''].join('\n')
  return (
    <div className="flex flex-col gap-3">
      <div data-print className="rounded-lg border border-line bg-well p-4">
        <p className="hidden font-semibold print:block">{title}</p>
        <ul
          aria-label={labels.list}
          className="figures grid grid-cols-2 gap-x-6 gap-y-1.5 font-mono text-control tracking-wider"
        >
          {codes.map((code) => (
            <li key={code}>{spaced(code)}</li>
          ))}
        </ul>
      </div>
      {hydrated ? (
        <div className="flex flex-wrap gap-2">
          <CopyButton size="sm" text={text} label={labels.copy} copiedLabel={labels.copied} />
          <Button size="sm" onClick={() => window.print()}>
            <Icon icon={Printer} size="sm" />
            {labels.print}
          </Button>
          <Button size="sm" onClick={() => save(fileName, text)}>
            <Icon icon={Download} size="sm" />
            {labels.download}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function spaced(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
