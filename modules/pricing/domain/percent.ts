/** Hundredths of a percent as people write them: 1250 is "12.5". */
export function percentText(bp: number): string {
  return String(bp / 100)
}
