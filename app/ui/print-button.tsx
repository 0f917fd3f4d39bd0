import { useEffect, useState } from 'react'
import { Button } from './button'

/** Prints the page; only where JavaScript runs, because without it there is the menu of the browser. */
export function PrintButton({ children }: { children: string }) {
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  if (!canPrint) return null
  return (
    <Button type="button" onClick={() => print()}>
      {children}
    </Button>
  )
}
