/**
 * A text of which no line is much longer than `max`: what goes beyond is dropped, but for one character by which it is
 * told that there was more. A line that never ends costs nobody the memory for it.
 */
export async function* cutLongLines(text: AsyncIterable<string>, max: number): AsyncGenerator<string> {
  let length = 0
  for await (const chunk of text) {
    let kept = ''
    for (let from = 0; from < chunk.length;) {
      const end = chunk.indexOf('\n', from)
      const stop = end === -1 ? chunk.length : end
      kept += chunk.slice(from, Math.min(stop, from + Math.max(0, max + 1 - length)))
      length += stop - from
      if (end !== -1) {
        kept += '\n'
        length = 0
      }
      from = stop + 1
    }
    if (kept !== '') yield kept
  }
}
