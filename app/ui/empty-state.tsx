import type { ReactNode } from 'react'

/** Stands where nothing is yet: says why, and offers the one thing to do. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
