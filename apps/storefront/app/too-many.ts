import { createContext, data, type MiddlewareFunction, RouterContextProvider } from 'react-router'

const refused = createContext(false)

/** Gives a request that came too often to the pages: it is refused before anything is looked up for it. */
export function createRefusal(): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(refused, true)
  return context
}

/** Walking on from a page that is open asks for data: the refusal is its answer, and the error page shows it. */
export const refuseTooMany: MiddlewareFunction<Response> = ({ context }, next) => {
  if (context.get(refused)) throw data(null, { status: 429 })
  return next()
}
