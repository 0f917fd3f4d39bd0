import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'

/** What management said in public about a round, in its own words. */
export type ResponseWords = { heard: string; willDo: string; willNotDo: string; roundId?: string }

/** The three fixed parts of a published response, in the order in which they are read. */
export const responseParts = ['heard', 'willDo', 'willNotDo'] as const

/** The published response in its three fixed parts, side by side where there is room. `headings` fits it into a page. */
export function ResponseText({
  response,
  headings = 'h4',
}: {
  response: ResponseWords
  headings?: 'h2' | 'h3' | 'h4'
}) {
  const { t } = useWords()
  const Heading = headings
  return (
    <div className="columns">
      {responseParts.map(part => (
        <div key={part}>
          <Heading className="column-title">{t(`pulses.response.${part}`)}</Heading>
          <p className="register-text">{response[part] || <Gone of="response" id={response.roundId} part={part} />}</p>
        </div>
      ))}
    </div>
  )
}
