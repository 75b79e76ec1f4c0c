import type { ImportProgress } from './import-catalog.ts'

type Output = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

const PLAIN_EVERY_MS = 5_000

/** Shows how far an import is: a bar that redraws itself on a terminal, otherwise a line every five seconds. */
export function progressBar(output: Output, clock: () => number = Date.now) {
  const started = clock()
  let lastLine = started
  return {
    show(progress: ImportProgress): void {
      if (output.isTTY === true) {
        output.write(`\r${drawn(progress, output.columns ?? 80, clock() - started)}\u001b[K`)
      } else if (clock() - lastLine >= PLAIN_EVERY_MS) {
        lastLine = clock()
        output.write(`${counted(progress)}\n`)
      }
    },
    /** Clears the bar, so that what follows stands on a line of its own. */
    clear(): void {
      if (output.isTTY === true) output.write('\r\u001b[K')
    },
  }
}

function drawn(progress: ImportProgress, columns: number, elapsedMs: number): string {
  const done = progress.bytes_total === 0 ? 1 : Math.min(1, progress.bytes_read / progress.bytes_total)
  const perSecond = elapsedMs < 1_000 ? '' : ` ${Math.round(progress.records / (elapsedMs / 1_000))}/s`
  const text = ` ${String(Math.floor(done * 100)).padStart(3)} %  ${counted(progress)}${perSecond}`
  const width = Math.max(5, Math.min(30, columns - text.length - 3))
  const full = Math.round(done * width)
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}]${text}`.slice(0, columns - 1)
}

function counted({ records, created, updated, failed }: ImportProgress): string {
  const refused = failed === 0 ? '' : `, ${failed} refused`
  return `${records} rows: ${created} new, ${updated} updated${refused}`
}
