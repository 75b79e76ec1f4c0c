import { styleText } from 'node:util'
import type { DestinationStream } from 'pino'

type Style = Parameters<typeof styleText>[0]

const LEVELS: Readonly<Record<string, { text: string; style: Style }>> = {
  debug: { text: 'debug', style: 'dim' },
  info: { text: 'info ', style: 'green' },
  warn: { text: 'warn ', style: 'yellow' },
  error: { text: 'error', style: 'red' },
}

/** Turns pino's JSON lines into lines for a person: time, level, message, then the fields, a stack below. */
export function prettyLines(sink: DestinationStream): DestinationStream {
  return { write: (line) => sink.write(prettyLine(line)) }
}

/** One line for a person. What is not a log line passes through. */
export function prettyLine(line: string): string {
  const record = parse(line)
  if (record === null) return line
  const { level, time, message, pid: _pid, ...fields } = record
  const { text, style } = LEVELS[String(level)] ?? { text: String(level), style: 'dim' as const }
  const stacks: string[] = []
  const pairs = Object.entries(fields).map(([key, value]) => {
    if (!isError(value)) return `${paint('dim', `${key}=`)}${plain(value)}`
    stacks.push(value.stack)
    return `${paint('dim', `${key}=`)}${plain(value.message)}`
  })
  const clock = typeof time === 'string' ? time.slice(11, 23) : ''
  const head = [
    paint('dim', clock),
    paint(style, text),
    printable(typeof message === 'string' ? message : ''),
    ...pairs,
  ].join(' ')
  return [head, ...stacks.map((stack) => paint('dim', indent(stack)))].join('\n') + '\n'
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function isError(value: unknown): value is { message: string; stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value && typeof value.stack === 'string'
}

function plain(value: unknown): string {
  if (typeof value === 'string' && /^[\w@:/.+-]+$/.test(value)) return value
  return printable(JSON.stringify(value) ?? 'undefined')
}

// What users typed may hold escape sequences, which a terminal would obey.
function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

function indent(stack: string): string {
  return stack
    .split('\n')
    .slice(1)
    .map((line) => `    ${printable(line.trim())}`)
    .join('\n')
}

function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}
