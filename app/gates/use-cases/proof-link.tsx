import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import type { Proofs } from './use-case'

/** Where each name of a proof leads: `G-1/2` is a step of a gate. */
const placeOf = (proof: string): string => {
  if (proof.startsWith('P-')) return `/app/promises/${proof}`
  if (proof.startsWith('W-')) return `/app/groups/${proof}`
  return proof.startsWith('G-') ? `/app/gates/${proof.split('/')[0]}` : `/app/proposals/${proof}`
}

/** The way to what proves an output, in words that say what it is. */
export function ProofLink({ output, proof }: { output: keyof Proofs; proof: string }) {
  const { t } = useWords()
  return (
    <>
      <Link to={placeOf(proof)}>{t(`phases.output.${output}.proof`)}</Link> <code>{proof}</code>
    </>
  )
}
