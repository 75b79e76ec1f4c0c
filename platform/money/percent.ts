/** Hundredths of a percent as people write percents: 1900 is "19", 550 is "5.5". */
export function percentOf(rateBp: number): string {
  return String(rateBp / 100)
}
