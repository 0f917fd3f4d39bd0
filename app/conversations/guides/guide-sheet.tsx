import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import type { GuideWords } from './rules'

type Headings = { headings: 'h2' | 'h3' }

/** The words of one guide in the order of the talk. It fits on one printed page, and knows no page around it. */
export function GuideSheet({ words, headings }: Headings & { words: GuideWords }) {
  return (
    <div className="guide-sheet">
      <Part of="heard" headings={headings}>
        <Lines of={words.heard} said />
      </Part>
      <Part of="situation" headings={headings}>
        <p>{words.situation}</p>
      </Part>
      <Part of="open" headings={headings}>
        <Lines of={words.open} said />
      </Part>
      <Part of="ask" headings={headings}>
        <Lines of={words.ask} said />
      </Part>
      <Part of="avoid" headings={headings}>
        <ul>
          {words.avoid.map(({ say, because }) => (
            <li key={say}>
              <q>{say}</q> {because}
            </li>
          ))}
        </ul>
      </Part>
      <Part of="agree" headings={headings}>
        <Lines of={words.agree} />
      </Part>
      <Part of="stop" headings={headings}>
        <Lines of={words.stop} />
      </Part>
    </div>
  )
}

type PartProps = Headings & { of: keyof GuideWords; children: ReactNode }

function Part({ of, headings: Heading, children }: PartProps) {
  const { t } = useWords()
  return (
    <section className="guide-part" data-part={of}>
      <Heading>{t(`guides.part.${of}`)}</Heading>
      {children}
    </section>
  )
}

const Lines = ({ of, said = false }: { of: readonly string[]; said?: boolean }) => (
  <ul>
    {of.map(line => (
      <li key={line}>{said ? <q>{line}</q> : line}</li>
    ))}
  </ul>
)
