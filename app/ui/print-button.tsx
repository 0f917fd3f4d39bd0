import { useEffect, useState } from 'react'
import { Button, type ButtonKind } from './button'

/** Prints the page; only where JavaScript runs, because without it there is the menu of the browser. */
export function PrintButton({ children, kind }: { children: string; kind?: ButtonKind }) {
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  if (!canPrint) return null
  return (
    <Button type="button" kind={kind} onClick={() => print()}>
      {children}
    </Button>
  )
}
