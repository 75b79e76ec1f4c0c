type Unit = 'second' | 'minute' | 'hour' | 'day'

const steps: { unit: Unit; ms: number; upTo: number }[] = [
  { unit: 'second', ms: 1_000, upTo: 60_000 },
  { unit: 'minute', ms: 60_000, upTo: 3_600_000 },
  { unit: 'hour', ms: 3_600_000, upTo: 86_400_000 },
  { unit: 'day', ms: 86_400_000, upTo: 7 * 86_400_000 },
]

/** The unit in which a distance in milliseconds is best said; null when a date says more (a week and beyond). */
export function relativeStep(distance: number): { value: number; unit: Unit } | null {
  const step = steps.find(({ upTo }) => Math.abs(distance) < upTo)
  return step === undefined ? null : { value: Math.trunc(distance / step.ms), unit: step.unit }
}
