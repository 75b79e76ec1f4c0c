const TOKEN = /"(?:\\[^]|[^"\\])*"|\/\/[^\n\r]*|[([{]|[)\]}]/g

/** How deep brackets stand in brackets in a text of policies; those in quoted texts and comments are none. */
export function nestingOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '(' || token === '[' || token === '{') depth += 1
    else if (token === ')' || token === ']' || token === '}') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
