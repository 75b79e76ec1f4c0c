import { EventEmitter } from 'node:events'
import { run, type Runner, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import { backgroundContext } from '../contract/call-context.ts'
import { newId } from '../crypto/ids.ts'
import type { Db } from '../db/db.ts'
import { signal } from './signal.ts'
import type { Log } from '../log/log.ts'
import { redactText } from '../log/redact-text.ts'
import type { JobHandler, JobTable } from './jobs.ts'
import { keepAlive } from './runner-liveness.ts'
import { workerLog } from './worker-log.ts'

/** Runs queued jobs in this process. */
export type JobRunner = {
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>
}

export type JobRunnerOptions = {
  readonly db: Db
  readonly log: Log
  readonly clock?: () => Date
  /** Each module's jobs by the module's name. */
  readonly jobs: Readonly<Record<string, JobTable>>
  /** Jobs at the same time; 3 unless told. */
  readonly concurrency?: number
  /** How often to look for jobs that became due by time; 1 s unless told. */
  readonly pollMs?: number
  /** After how long without a sign a runner counts as dead; 20 s unless told. */
  readonly deadAfterMs?: number
}

const DEADLINE_MS = 300_000
const RESTART_MS = 1_000
const BROKEN_MS = 3_000

/** Starts the runner. It comes back by itself when the database was gone. */
export function startJobs(options: JobRunnerOptions): JobRunner {
  const { db, log, concurrency = 3, pollMs = 1_000, deadAfterMs = 20_000 } = options
  const taskList = tasksOf(options)
  const stopped = signal()
  let stopping = false
  let runner: Runner | undefined
  const ended = Object.keys(taskList).length === 0 ? Promise.resolve() : keepRunning()

  async function keepRunning(): Promise<void> {
    while (!stopping) {
      try {
        await runOnce()
      } catch (error) {
        if (!stopping) log.warn('The job runner stopped; it starts again shortly.', { error })
      }
      if (!stopping) await stopped.wait(RESTART_MS)
    }
  }

  async function runOnce(): Promise<void> {
    const events: WorkerEvents = new EventEmitter()
    let release = (): Promise<void> => Promise.resolve()
    events.once('pool:create', ({ workerPool }) => {
      release = keepAlive(db, log, workerPool.id, deadAfterMs)
    })
    const broken = brokenRunner(events)
    runner = await run({
      pgPool: db.pool,
      taskList,
      concurrency,
      pollInterval: pollMs,
      noHandleSignals: true,
      logger: workerLog(log),
      events,
      parsedCronItems: [],
      // Unbatched, graphile-worker 0.18 does not wait for a job's end to be written: when the database is gone then,
      // the rejection is nobody's and ends the process. Batched, it ends the runner; see `brokenRunner`.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
    try {
      if (stopping) await runner.stop()
      await Promise.race([runner.promise, broken])
    } finally {
      runner = undefined
      await release()
    }
  }

  return {
    async stop() {
      if (!stopping) {
        stopping = true
        stopped.raise()
        await Promise.race([runner?.stop().catch(() => undefined), ended])
      }
      await ended
    },
  }
}

/**
 * Rejects some seconds after the end of a job could not be written. The runner then shuts down by itself, but one that
 * lost two jobs waits for ever; once it is left alone its jobs are freed like those of a killed process.
 */
function brokenRunner(events: WorkerEvents): Promise<never> {
  const broken = new Promise<never>((_resolve, reject) => {
    events.once('pool:fatalError', ({ error }) => setTimeout(() => reject(asError(error)), BROKEN_MS))
  })
  broken.catch(() => undefined)
  return broken
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

function tasksOf({ jobs, log, clock = () => new Date() }: JobRunnerOptions): TaskList {
  const tasks: TaskList = {}
  for (const [module, table] of Object.entries(jobs)) {
    for (const [name, handler] of Object.entries(table)) {
      tasks[`${module}:${name}`] = taskOf(`${module}:${name}`, handler, log, clock)
    }
  }
  return tasks
}

function taskOf(name: string, handler: JobHandler, log: Log, clock: () => Date): Task {
  return async (payload, { job }) => {
    const call = backgroundContext(newId(), DEADLINE_MS)
    try {
      await handler(payload, { call, now: clock, attempt: job.attempts })
    } catch (error) {
      const fields = { job: name, job_id: job.id, attempt: job.attempts, request_id: call.request_id, error }
      if (job.attempts >= job.max_attempts)
        log.error('A job failed for the last time and was given up.', fields)
      else log.warn('A job failed; it will be tried again.', fields)
      // The queue stores this text beside the job.
      throw new Error(redactText(error instanceof Error ? error.message : String(error)))
    }
  }
}
