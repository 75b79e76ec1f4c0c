/** A date of birth (`1984-05-09`) of which the century and the last digit of the year can be read: 19*4. */
export function birthDateHint(day: string): string {
  const year = day.slice(0, 4)
  return `**/**/${year.slice(0, 2)}*${year.slice(3)}`
}
