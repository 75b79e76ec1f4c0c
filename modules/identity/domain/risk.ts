import type { AgentKind } from './agents.ts'

/** From this score on a challenge is asked for, and after a right password a code by mail. */
export const HIGH_RISK = 100

const MEDIUM_RISK = 50

/** Why a score is what it is: the signals that were there, with what each weighs. */
export type Risk = { readonly score: number; readonly signals: Readonly<Record<string, number>> }

/** What is known before the password is looked at. None of it may depend on whether the account exists. */
export type AttemptSignals = {
  /** Failed tries at what was typed in, since the last that was right. */
  readonly identifierFailures: number
  /** Failed tries of the network, in the last hour. */
  readonly networkFailures: number
  readonly agent: AgentKind
  /** Whether the browser holds the cookie of an earlier sign-in to this account. */
  readonly knownDevice: boolean
}

/** What a right password adds. */
export type SignInSignals = {
  /** Whether the account is used with other devices, and never was with this one. */
  readonly newDevice: boolean
  readonly newCountry: boolean
  readonly impossibleTravel: boolean
}

type Step = { readonly from: number; readonly weight: number }

// Five free tries and a right one after the first wait stay far below HIGH_RISK, whatever else is unusual.
const identifierSteps: readonly Step[] = [
  { from: 10, weight: 100 },
  { from: 5, weight: 20 },
]
const networkSteps: readonly Step[] = [
  { from: 25, weight: 100 },
  { from: 10, weight: 20 },
]
const agentWeights: Readonly<Record<AgentKind, number>> = { ordinary: 0, none: 30, scanner: 100 }
const UNKNOWN_DEVICE = 10
const NEW_DEVICE = 30
const NEW_COUNTRY = 60
const IMPOSSIBLE_TRAVEL = 80

/** The risk of an attempt, before the password is judged. */
export function attemptRisk(signals: AttemptSignals): Risk {
  return riskOf({
    identifier_failures: weightOf(identifierSteps, signals.identifierFailures),
    network_failures: weightOf(networkSteps, signals.networkFailures),
    agent: agentWeights[signals.agent],
    unknown_device: signals.knownDevice ? 0 : UNKNOWN_DEVICE,
  })
}

/** The risk of an attempt whose password was right. */
export function signInRisk(before: Risk, signals: SignInSignals): Risk {
  return riskOf({
    ...before.signals,
    new_device: signals.newDevice ? NEW_DEVICE : 0,
    new_country: signals.newCountry ? NEW_COUNTRY : 0,
    impossible_travel: signals.impossibleTravel ? IMPOSSIBLE_TRAVEL : 0,
  })
}

/** Whether a risk is too high to go on without asking for more. */
export function isHigh(risk: Risk): boolean {
  return risk.score >= HIGH_RISK
}

/** A score in a word. */
export function riskLevel(score: number): 'low' | 'medium' | 'high' {
  if (score >= HIGH_RISK) return 'high'
  return score >= MEDIUM_RISK ? 'medium' : 'low'
}

function weightOf(steps: readonly Step[], count: number): number {
  return steps.find(({ from }) => count >= from)?.weight ?? 0
}

function riskOf(weights: Readonly<Record<string, number>>): Risk {
  const signals = Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0))
  return { score: Object.values(signals).reduce((sum, weight) => sum + weight, 0), signals }
}
