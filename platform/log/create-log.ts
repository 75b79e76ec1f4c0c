import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import type { Log } from './log.ts'
import type { LogLevel } from './log-level.ts'
import { prettyLines } from './pretty-lines.ts'
import { redactFields } from './redact.ts'
import { redactText } from './redact-text.ts'

type LogOptions = {
  readonly level: LogLevel
  /** Lines for a person instead of JSON; unless told, when standard output is a terminal. */
  readonly pretty?: boolean
  /** Where lines go; standard output unless told. */
  readonly sink?: DestinationStream
}

/** The log of this process: one JSON object a line, or lines for a person in a terminal. */
export function createLog(options: LogOptions): Log {
  const sink = options.sink ?? destination({ fd: 1, sync: true })
  const pretty = options.pretty ?? (options.sink === undefined && process.stdout.isTTY)
  const logger = pino(
    {
      level: options.level,
      base: { pid: process.pid },
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pretty ? prettyLines(sink) : sink,
  )
  return wrap(logger)
}

/** A log that writes nothing. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
}

type Line = 'debug' | 'info' | 'warn' | 'error'

// Names that pino writes itself; a field of the same name would put two of them on one line.
const RESERVED = new Set(['level', 'time', 'message', 'pid'])

function wrap(logger: Logger): Log {
  const at =
    (line: Line): Log['info'] =>
    (message, fields) => {
      if (!logger.isLevelEnabled(line)) return
      if (fields === undefined) logger[line](redactText(message))
      else logger[line](writable(fields), redactText(message))
    }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(logger.child(writable(fields))),
  }
}

function writable(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out = redactFields(fields)
  for (const key of Object.keys(out)) {
    if (!RESERVED.has(key)) continue
    out[`field_${key}`] = out[key]
    delete out[key]
  }
  return out
}
