import { useParams } from '@remix-run/react'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'

type MeasureProps = { criterion: { number: number; measure: string }; version: number }

/** What a criterion asks, with its number; or that its words were erased, on the pages of one gate. */
export function MeasureWords({ criterion: { number, measure }, version }: MeasureProps) {
  const { gateId = '' } = useParams()
  return (
    <>
      {number}. <WordsOrGone words={measure} of="step" id={placeId(gateId, version)} part="criteria" />
    </>
  )
}
