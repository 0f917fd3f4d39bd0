import type { ReactNode } from 'react'

type PageProps = { title: ReactNode; kicker?: ReactNode; lead?: ReactNode; children?: ReactNode }

/** One page: its heading, at most one introductory sentence or two, then its parts. */
export function Page({ title, kicker, lead, children }: PageProps) {
  return (
    <article className="page">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </article>
  )
}

/** A part of a page under its own heading. */
export function Section({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="flow" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
