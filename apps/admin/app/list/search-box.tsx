import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'
import { SearchField } from '@rampart/kit/search-field.tsx'
import type { ListParams } from './use-list-params.ts'

/** Searches while one types, after a short rest, and keeps the words in the address. */
export function SearchBox({ params, label }: { params: ListParams; label: string }) {
  const inAddress = params.get('q') ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  // Going back changes the address without anybody typing.
  if (seen !== inAddress) {
    setSeen(inAddress)
    if (typed.trim() !== inAddress) setTyped(inAddress)
  }
  const leaving = useNavigation().state !== 'idle'
  useEffect(() => {
    // Who follows a link before the rest is over is not brought back.
    if (leaving || typed.trim() === inAddress) return
    const timer = setTimeout(() => params.set({ q: typed.trim() }), 250)
    return () => clearTimeout(timer)
  }, [typed, inAddress, params, leaving])
  return (
    <SearchField
      label={label}
      value={typed}
      maxLength={120}
      data-list-search=""
      onChange={(event) => setTyped(event.target.value)}
      className="w-full sm:w-72"
    />
  )
}
