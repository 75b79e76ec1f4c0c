import { Logger } from 'graphile-worker'
import type { Log } from '../log/log.ts'

/** The queue's own lines, in our log. What it says about single jobs is said by `start-jobs.ts`, with the error. */
export function workerLog(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const { error } = meta
    const fields = {
      ...(scope.taskIdentifier === undefined ? {} : { job: scope.taskIdentifier }),
      ...(error === undefined ? {} : { error }),
    }
    if (level === 'error' && !message.startsWith('Failed task')) log.error(message, fields)
    else if (level === 'warning') log.warn(message, fields)
    else log.debug(message, fields)
  })
}
