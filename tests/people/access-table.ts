import { boardWriters } from '~/conversations/board/rules'
import { cycleReaders } from '~/conversations/cycle/rules'
import { talkFigureReaders } from '~/conversations/figures/months'
import { talkLeads } from '~/conversations/team/rules'
import { erasureAskers, erasureJudges, erasureReaders } from '~/ledger/erasures/redaction'
import { witnessKeepers, witnessReaders } from '~/ledger/witness'
import { promiseJudges, promisers, type Role, responders, roundManagers, staffKeepers } from '~/people/rules'
import { rosterConfirmers } from '~/pulses/checks/roster'
import { confidantKeepers } from '~/pulses/comments/holds'
import { repliers } from '~/pulses/comments/replies'
import { keyHolders } from '~/pulses/council/rules'
import { slipKeepers } from '~/pulses/slips/rules'
import { examWriters } from '~/readiness/exam/rules'
import { facilitators } from '~/readiness/exercise/rules'
import { predictors } from '~/readiness/prediction/rules'
import { selfCheckWriters } from '~/readiness/self-check/rules'
import { groupDoors } from './access-groups'

/** Who may pass: everybody, everybody who is signed in, or these roles only. */
export type Access = 'everyone' | 'signedIn' | readonly Role[]

/** What a door is and who may use it. A door for `everyone` must do nothing for a stranger that a stranger may not see. */
export type Door = {
  loader?: Access
  action?: Access
  /** What stands in the `$` parts of the address; made-up when it is not said. */
  params?: Record<string, string>
  /** 404 where even the existence is not for a wrong role. */
  wrongRole?: 404
  /** Where a program asks and not a person, a status instead of the way to the sign-in page. */
  signedOut?: 401
}

const rounds = { loader: roundManagers, action: roundManagers } as const
const promising = { loader: promisers, action: promisers } as const
const bothSides = [...promisers, ...promiseJudges] as const
const staff = { loader: staffKeepers, action: staffKeepers } as const

/** Every address of the app. `tests/laws/access.test.ts` knocks at each as everyone who may not enter. */
export const accessTable: Record<string, Door> = {
  '$.tsx': { loader: 'everyone' },
  '_index.tsx': { loader: 'everyone' },

  'ledger._index.tsx': { loader: 'everyone' },
  'ledger.entries.tsx': { loader: 'everyone' },
  'ledger.attacks.tsx': { loader: 'everyone' },
  'ledger.poster.tsx': { loader: 'everyone' },
  'ledger.log[.jsonl].ts': { loader: 'everyone' },
  'ledger.checkpoint.ts': { loader: 'everyone' },
  'ledger.openings[.json].ts': { loader: 'everyone' },
  'ledger.leaves[.txt].ts': { loader: 'everyone' },
  'ledger.witnesses[.json].ts': { loader: 'everyone' },
  'ledger.verify[.mjs].ts': { loader: 'everyone' },
  'ledger.witness[.mjs].ts': { loader: 'everyone' },
  'ledger.cosignatures.ts': { loader: 'everyone', action: 'everyone' },
  'ledger.rounds.$round[.json].ts': { loader: 'everyone' },
  'ledger.rounds.$round_.results[.json].ts': { loader: 'everyone' },
  'promises._index.tsx': { loader: 'everyone' },
  'promises.$promiseId.tsx': { loader: 'everyone' },
  'promises.$promiseId[.ics].ts': { loader: 'everyone' },
  'promises.$promiseId_.evidence.$hash.ts': { loader: 'everyone' },
  'promises[.json].ts': { loader: 'everyone' },
  'promises[.csv].ts': { loader: 'everyone' },
  'promises[.atom].ts': { loader: 'everyone' },
  'app.sign-in.tsx': { loader: 'everyone', action: 'everyone' },
  'app.sign-in_.ask-link.tsx': { loader: 'everyone', action: 'everyone' },
  'app.sign-in_.demo.tsx': { loader: 'everyone', action: 'everyone' },
  'app.sign-in_.$token.tsx': { loader: 'everyone', action: 'everyone' },
  'app.sign-out.tsx': { loader: 'everyone', action: 'everyone' },
  'app.sign-out_.everywhere.tsx': { loader: 'everyone', action: 'signedIn' },
  'app.account.tsx': { loader: 'signedIn' },
  'app.account_.language.tsx': { loader: 'everyone', action: 'signedIn' },
  'app.account_.password.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.home.tsx': { loader: 'signedIn' },
  'app.conversations._index.tsx': { loader: 'signedIn' },
  'app.one-to-ones._index.tsx': { loader: 'signedIn' },
  'app.one-to-ones.new.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.one-to-ones.$conversationId.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.one-to-ones.$conversationId[.ics].ts': { loader: 'signedIn' },
  'app.own.tsx': { loader: 'signedIn' },
  'app.own[.json].ts': { loader: 'signedIn' },
  'app.own_.records.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.plan._index.tsx': { loader: 'signedIn', action: 'signedIn' },
  // Whoever reads a plan of somebody else does so by name, never by role.
  'app.plan.$planId.tsx': { loader: [], action: [], wrongRole: 404 },
  'app.plan.destroy.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.conversation-key.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.conversation-key_.relock.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.conversation-key_.replace.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.results._index.tsx': { loader: 'signedIn' },
  'app.results.trend.$figure.tsx': { loader: 'signedIn' },
  'app.results.$roundId.tsx': { loader: 'signedIn' },
  'app.results.$roundId[.json].ts': { loader: 'signedIn' },
  'app.results.$roundId[.csv].ts': { loader: 'signedIn' },
  'app.results.$roundId[.xlsx].ts': { loader: 'signedIn' },
  'app.results.$roundId_.sheet.tsx': { loader: 'signedIn' },
  'app.rounds.$roundId.response.tsx': { loader: responders, action: responders },
  'app.results.$roundId_.reply.$commentId.tsx': { loader: repliers, action: repliers },
  'app.comments.confidants.tsx': { loader: confidantKeepers, action: confidantKeepers },
  // Whoever reads comments first does so by name, never by role.
  'app.comments.$roundId.tsx': { loader: [], action: [] },
  'app.promises._index.tsx': { loader: 'signedIn' },
  'app.promises.$promiseId._index.tsx': { loader: 'signedIn' },
  'app.promises[.json].ts': { loader: 'signedIn' },
  'app.promises[.csv].ts': { loader: 'signedIn' },
  'app.promises.$promiseId[.ics].ts': { loader: 'signedIn' },
  'app.ledger._index.tsx': { loader: 'signedIn' },
  'app.ledger.openings[.json].ts': { loader: 'signedIn' },
  'app.promises.new.tsx': promising,
  'app.promises.$promiseId.amend.tsx': promising,
  'app.promises.$promiseId.move.tsx': { loader: bothSides, action: bothSides },
  'app.promises.$promiseId.ask.tsx': { loader: promiseJudges, action: promiseJudges },
  'app.promises.$promiseId.evidence.tsx': { loader: bothSides, action: bothSides },
  'app.promises.$promiseId.evidence_.$hash.ts': { loader: 'signedIn' },
  'app.erasures._index.tsx': { loader: erasureReaders },
  'app.erasures.new.tsx': { loader: erasureAskers, action: erasureAskers },
  'app.erasures.$requestId.tsx': { loader: erasureReaders, action: erasureJudges },
  'app.ledger-key.tsx': staff,
  'app.witnesses._index.tsx': { loader: witnessReaders },
  'app.witnesses.new.tsx': { loader: witnessKeepers, action: witnessKeepers },
  'app.witnesses.proposals.$proposalId.tsx': { loader: witnessReaders, action: witnessReaders },
  'app.witnesses.remove.$addedSeq.tsx': { loader: witnessKeepers, action: witnessKeepers },
  'app.witnesses.cosign.tsx': { loader: witnessKeepers },
  'app.people._index.tsx': { loader: staffKeepers },
  'app.people.import.tsx': staff,
  'app.people.import_.apply.tsx': staff,
  'app.people.$personId.link.tsx': staff,
  'app.one-to-ones.$conversationId_.record.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.one-to-ones.$conversationId_.save.ts': { loader: 'signedIn', action: 'signedIn', signedOut: 401 },
  'app.one-to-ones.$conversationId_.withdraw.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.rounds._index.tsx': { loader: roundManagers },
  'app.rounds.$roundId._index.tsx': { loader: roundManagers },
  'app.rounds.new.tsx': rounds,
  'app.rounds.$roundId.edit.tsx': rounds,
  'app.rounds.$roundId.issue.tsx': rounds,
  'app.rounds.$roundId.open.tsx': rounds,
  'app.rounds.$roundId.close.tsx': rounds,
  'app.rounds.$roundId.void.tsx': rounds,
  'app.rounds.$roundId.key.tsx': { loader: keyHolders, action: keyHolders },
  'app.rounds.$roundId.count.tsx': { loader: keyHolders },
  'app.rounds.$roundId.ballots.ts': { loader: keyHolders, action: keyHolders },
  'app.readiness._index.tsx': { loader: 'signedIn' },
  'app.readiness.self-check.$roundId.tsx': { loader: selfCheckWriters, action: selfCheckWriters },
  'app.readiness.expectation.$roundId.tsx': { loader: predictors, action: predictors },
  'app.readiness.needs.tsx': { loader: 'signedIn' },
  'app.readiness.cards.tsx': { loader: 'signedIn' },
  'app.readiness.exam._index.tsx': { loader: 'signedIn' },
  'app.readiness.exam.$questionId.tsx': { loader: examWriters, action: examWriters },
  'app.readiness.exercise._index.tsx': { loader: facilitators, action: facilitators },
  'app.readiness.exercise.$key.tsx': { loader: facilitators, action: facilitators },
  'app.team-talks.prepare.tsx': { loader: ['teamLead'] },
  'app.team-talks._index.tsx': { loader: 'signedIn' },
  'app.team-talks.new.tsx': { loader: talkLeads, action: talkLeads },
  'app.team-talks.$talkId.tsx': { loader: 'signedIn', action: talkLeads },
  'app.team-talks.$talkId[.ics].ts': { loader: 'signedIn' },
  'app.team-talks.agreements.$agreementId.tsx': { loader: talkLeads, action: talkLeads },
  'app.cycle.tsx': { loader: cycleReaders },
  'app.guides._index.tsx': { loader: 'signedIn' },
  'app.guides.all.tsx': { loader: 'signedIn' },
  'app.guides.offline[.js].ts': { loader: 'everyone' },
  'app.guides.$slug.tsx': { loader: 'signedIn', params: { slug: 'just-words' } },
  // Whoever sits in the room gives dots without signing in; the code from the screen is the only key.
  'dots._index.tsx': { loader: 'everyone' },
  'dots.$code.tsx': { loader: 'everyone', action: 'everyone' },
  'app.checks.tsx': { loader: 'signedIn' },
  'app.pulse.$round.membership.ts': { loader: 'signedIn' },
  'app.rounds.$roundId.roster.tsx': { loader: rosterConfirmers, action: rosterConfirmers },
  'app.slips.tsx': { loader: slipKeepers },
  'app.rounds.$roundId.slips._index.tsx': { loader: slipKeepers },
  'app.rounds.$roundId.slips.hand-out.tsx': { loader: slipKeepers, action: slipKeepers },
  'app.rounds.$roundId.slips.hashes.ts': { loader: 'everyone', action: slipKeepers },
  'app.pulse.$round.issue.tsx': { loader: 'everyone', action: 'signedIn', signedOut: 401 },

  'app.talk-figures.tsx': { loader: talkFigureReaders },
  'app.talk-figures[.csv].ts': { loader: talkFigureReaders },
  'app.board._index.tsx': { loader: 'signedIn' },
  'app.board.new.tsx': { loader: boardWriters, action: boardWriters },
  'app.board.$lineId.tsx': { loader: boardWriters, action: boardWriters, params: { lineId: 'unknown' } },

  ...groupDoors,
}
