import { useNavigation } from 'react-router'

/** A thin line along the top while the next page is on its way. */
export function NavigationProgress() {
  const { state } = useNavigation()
  if (state === 'idle') return null
  return (
    <div aria-hidden="true" className="fixed inset-x-0 top-0 z-60 h-0.5 overflow-clip">
      <div className="h-full w-full origin-left animate-[progress_2.4s_var(--ease-out)_forwards] bg-accent" />
    </div>
  )
}
