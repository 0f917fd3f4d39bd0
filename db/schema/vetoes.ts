import { count, day, index, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { vetoMovers, vetoStates } from '~/gates/vetoes'
import { gates } from './gates'
import { proposals } from './group-votes'

export const vetoes = table(
  'vetoes',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    gateId: text()
      .notNull()
      .references(() => gates.id),
    version: count().notNull(),
    criterion: count().notNull(),
    state: oneOf(vetoStates).notNull(),
    raisedOn: day().notNull(),
    answerDueOn: day().notNull(),
    evidence: text().notNull(),
    /** What would change the group's mind. */
    persuade: text().notNull(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
  },
  t => [index('vetoes_gate').on(t.gateId), onlyWords('vetoes_state', t.state, vetoStates)],
)

/** Everything that happened to a veto, in order. */
export const vetoMoves = table(
  'veto_moves',
  {
    vetoId: text()
      .notNull()
      .references(() => vetoes.id),
    number: count().notNull(),
    state: oneOf(vetoStates).notNull(),
    side: oneOf(vetoMovers).notNull(),
    movedOn: day().notNull(),
    reason: text().notNull(),
    /** The director who signed with a name. */
    signedBy: text(),
  },
  t => [
    primaryKey({ columns: [t.vetoId, t.number] }),
    onlyWords('veto_moves_state', t.state, vetoStates),
    onlyWords('veto_moves_side', t.side, vetoMovers),
  ],
)
