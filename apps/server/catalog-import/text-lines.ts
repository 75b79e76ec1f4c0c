/** Lines of a text; null for one that is too long to be held. */
export async function* textLines(text: AsyncIterable<string>, max: number): AsyncGenerator<string | null> {
  let rest = ''
  let tooLong = false
  for await (const chunk of text) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield tooLong || part.length > max ? null : part
      tooLong = false
    }
    if (rest.length > max) {
      tooLong = true
      rest = ''
    }
  }
  if (tooLong || rest !== '') yield tooLong ? null : rest
}
