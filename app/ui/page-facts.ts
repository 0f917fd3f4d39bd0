import { createContext, useContext } from 'react'

/** What the server knows of one answer: the number that lets its own scripts run, and the number of a fault. */
export type PageFacts = { nonce: string; reference: string }

export const PageFactsContext = createContext<PageFacts>({ nonce: '', reference: '' })

/** Returns what the server knows of this answer. */
export const usePageFacts = () => useContext(PageFactsContext)
