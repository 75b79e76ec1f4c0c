export type Looked = {
  readonly line_id: string
  readonly as_new: number
  readonly damaged: number
  readonly missing: number
  readonly restock: boolean
}

/** Whether an inspection says of each announced piece how it arrived, of each line once. */
export function isComplete(
  announced: readonly { readonly line_id: string; readonly quantity: number }[],
  looked: readonly Looked[],
): boolean {
  return (
    looked.length === announced.length &&
    announced.every(({ line_id, quantity }) =>
      looked.some(
        (line) => line.line_id === line_id && line.as_new + line.damaged + line.missing === quantity,
      ),
    )
  )
}
