import { AppError } from '../errors/app-error.ts'
import { fromProblem, publicFailure, toProblem } from '../errors/problem.ts'
import type { Call, Dispatcher } from './dispatcher.ts'
import { decodeWire, encodeWire } from './wire.ts'

/** Carries a call to a dispatcher, near or far. Fails with an AppError and nothing else. */
export type Link = (call: Call) => Promise<unknown>

/** The link within one process: a function call. */
export function localLink(target: Dispatcher): Link {
  return async (call) => {
    try {
      return await target.dispatch(call)
    } catch (error) {
      throw publicFailure(error)
    }
  }
}

/** What a far call looks like when it is written down. The answer is a value or problem details. */
export type WireTransport = (request: string) => Promise<string>

/** The link to another process: the call goes out as text and its answer comes back as text. */
export function wireLink(transport: WireTransport): Link {
  return async (call) => {
    let answer: unknown
    try {
      answer = decodeWire(await transport(encodeWire(call)))
    } catch (error) {
      throw error instanceof AppError ? error : fromProblem(null)
    }
    const { value, problem } = answer as { value?: unknown; problem?: unknown }
    if (problem !== undefined) throw fromProblem(problem)
    return value
  }
}

/** The far end of a `wireLink`: reads a call, dispatches it, writes the answer. Never throws. */
export function wireServer(target: Dispatcher): WireTransport {
  return async (request) => {
    let requestId = 'unknown'
    try {
      const call = decodeWire(request) as Call
      requestId = call.context.request_id
      return encodeWire({ value: await target.dispatch(call) })
    } catch (error) {
      return encodeWire({ problem: toProblem(publicFailure(error), requestId) })
    }
  }
}

/** Both ends in one process, through text: what a remote link does, without the network. */
export function loopbackLink(target: Dispatcher): Link {
  return wireLink(wireServer(target))
}
