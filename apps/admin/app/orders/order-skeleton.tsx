import { Skeleton } from '@rampart/kit/skeleton.tsx'

/** An order's page while it is on its way. */
export function OrderSkeleton() {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-5 px-gutter py-6">
      <Skeleton className="h-4 w-20" />
      <Skeleton className="h-7 w-48" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-72 w-full rounded-lg" />
        <Skeleton className="h-52 w-full rounded-lg" />
      </div>
    </div>
  )
}
