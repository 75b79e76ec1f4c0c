/** A turning ring; decoration only, the words beside it carry the meaning. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-[1em] animate-spin rounded-full border-2 border-current border-r-transparent opacity-80"
    />
  )
}
