import type { ReactNode } from 'react'

/** Stands where a figure is held back: visible, hatched, and with its reason. */
export const HeldBack = ({ reason }: { reason: ReactNode }) => (
  <div className="held-back">
    <p>{reason}</p>
  </div>
)
