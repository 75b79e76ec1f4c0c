const WIDTH = 224
const HEIGHT = 40

/** Scores over days as a thin line, the last one marked. A picture only: the figures stand beside it. */
export function ScoreLine({ scores }: { scores: readonly number[] }) {
  const step = WIDTH / Math.max(1, scores.length - 1)
  const points = scores.map((score, index) => [index * step, HEIGHT - (score / 100) * HEIGHT] as const)
  const [x, y] = points.at(-1) ?? [0, 0]
  return (
    <svg
      viewBox={`-4 -4 ${String(WIDTH + 8)} ${String(HEIGHT + 8)}`}
      aria-hidden="true"
      className="h-12 w-full text-accent"
    >
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        strokeWidth="1.5"
        strokeLinejoin="round"
        className="stroke-current"
      />
      <circle cx={x} cy={y} r="3" className="fill-current" />
    </svg>
  )
}
