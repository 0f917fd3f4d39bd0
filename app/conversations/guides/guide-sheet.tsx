import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import type { GuideWords } from './rules'

/** The words of one guide in the order of the talk. It fits on one printed page, and knows no page around it. */
export function GuideSheet({ words, headings: Heading }: { words: GuideWords; headings: 'h2' | 'h3' }) {
  const { t } = useWords()
  const Part = ({ name, children }: { name: keyof GuideWords; children: ReactNode }) => (
    <section className="guide-part" data-part={name}>
      <Heading>{t(`guides.part.${name}`)}</Heading>
      {children}
    </section>
  )
  return (
    <div className="guide-sheet">
      <Part name="heard">
        <Lines of={words.heard} said />
      </Part>
      <Part name="situation">
        <p>{words.situation}</p>
      </Part>
      <Part name="open">
        <Lines of={words.open} said />
      </Part>
      <Part name="ask">
        <Lines of={words.ask} said />
      </Part>
      <Part name="avoid">
        <ul>
          {words.avoid.map(({ say, because }) => (
            <li key={say}>
              <q>{say}</q> <span className="guide-because">{because}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part name="agree">
        <Lines of={words.agree} />
      </Part>
      <Part name="stop">
        <Lines of={words.stop} />
      </Part>
    </div>
  )
}

const Lines = ({ of, said = false }: { of: readonly string[]; said?: boolean }) => (
  <ul>
    {of.map(line => (
      <li key={line}>{said ? <q>{line}</q> : line}</li>
    ))}
  </ul>
)
