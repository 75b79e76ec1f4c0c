const STEPS = [320, 640, 1280] as const

/** The largest width a picture is offered at, in pixels. */
export const MAX_WIDTH = STEPS[2]

/** Pixels of each side of a picture beside a name. */
export const AVATAR_SIZE = STEPS[0]

/** Widths at which a picture is stored: each step below its own width, and its own width up to the largest step. */
export function renditionWidths(width: number): number[] {
  const largest = Math.min(width, MAX_WIDTH)
  return [...STEPS.filter((step) => step < largest), largest]
}
