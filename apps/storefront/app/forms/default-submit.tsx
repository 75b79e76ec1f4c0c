/** What the Enter key presses in a form with several buttons: the first one that stands in it, whatever that does. */
export function DefaultSubmit({ name, value }: { name: string; value: string }) {
  return <button type="submit" name={name} value={value} tabIndex={-1} aria-hidden className="sr-only" />
}
