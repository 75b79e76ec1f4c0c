/** The battlement: Rampart's mark. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path className="fill-accent-ink" d="M8 9h4v4h2V9h4v4h2V9h4v14h-6v-4a2 2 0 0 0-4 0v4H8z" />
    </svg>
  )
}
