import { gateMakers } from '~/gates/hands'
import { measurers } from '~/gates/measuring/entering'
import { gateOpeners } from '~/gates/rules'
import { useCaseMakers } from '~/gates/use-cases/rules'
import { rosterers } from '~/workgroups/hours/rules'
import { founders } from '~/workgroups/rules'
import type { Door } from './access-table'

/** The addresses of working groups, their votes and their gates. */
export const groupDoors: Record<string, Door> = {
  'gates.$gateId[.json].ts': { loader: 'everyone' },
  'gates._index.tsx': { loader: 'everyone' },
  'gates.$gateId.tsx': { loader: 'everyone' },
  // A program signs what it sends; nobody signs in.
  'gates.$gateId.measurements.ts': { loader: 'everyone', action: 'everyone' },
  'app.gates._index.tsx': { loader: 'signedIn' },
  'app.gates.new.tsx': { loader: gateMakers, action: gateMakers },
  'app.gates.$gateId._index.tsx': { loader: 'signedIn' },
  'app.gates.$gateId.steps.tsx': { loader: gateMakers, action: gateMakers },
  // Keys and criteria are in the hands of people, not of roles: tests/gates/gate-routes.test.ts knocks as the wrong ones.
  'app.gates.$gateId.criteria.tsx': { loader: 'signedIn', action: [], wrongRole: 404 },
  'app.gates.$gateId.key.tsx': { loader: 'signedIn', action: [], wrongRole: 404 },
  'app.gates.$gateId.key_.$hash.ts': { loader: 'signedIn' },
  'app.gates.$gateId.open.tsx': { loader: 'signedIn', action: [], wrongRole: 404 },
  'app.gates.$gateId.listeners.tsx': { loader: gateMakers, action: gateMakers },
  'app.vetoes._index.tsx': { loader: 'signedIn' },
  'app.vetoes[.csv].ts': { loader: 'signedIn' },
  'app.vetoes.$vetoId._index.tsx': { loader: 'signedIn' },
  'app.vetoes.$vetoId.answer.tsx': { loader: gateOpeners, action: gateOpeners },
  // Whoever proposes something in a group does so as its member, never by role.
  'app.vetoes.$vetoId.propose.tsx': { loader: [], action: [], wrongRole: 404 },
  'app.gates.$gateId.veto.tsx': { loader: [], action: [], wrongRole: 404 },
  'app.groups._index.tsx': { loader: 'signedIn' },
  'app.groups.new.tsx': { loader: founders, action: founders },
  'app.groups.$groupId._index.tsx': { loader: 'signedIn' },
  'app.groups.$groupId.mandate.tsx': { loader: 'signedIn', action: founders },
  // Whoever sits in the group does so by name; tests/workgroups/group-routes.test.ts knocks as those who do not.
  'app.groups.$groupId.members.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.groups.$groupId.volunteer.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.groups.$groupId.draw.tsx': { loader: 'signedIn', action: 'signedIn' },
  // Members of a group are members by a seat, not by a role: a wrong person is tested in tests/gates/use-cases.test.ts.
  'app.use-cases._index.tsx': { loader: 'signedIn' },
  'app.use-cases.new.tsx': { loader: useCaseMakers, action: useCaseMakers },
  'app.use-cases.$useCaseId._index.tsx': { loader: 'signedIn' },
  'app.use-cases.$useCaseId.show.$output.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.use-cases.$useCaseId.enter.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.use-cases.$useCaseId.tasks.new.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.use-cases.$useCaseId.tasks.$taskId.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.use-cases.$useCaseId.retro.tsx': { loader: 'signedIn' },
  'app.use-cases.$useCaseId.files.$hash.ts': { loader: 'signedIn' },
  // Whose money it is decides who books: tests/workgroups/budget-routes.test.ts knocks as each of them.
  'app.groups.$groupId.budget._index.tsx': { loader: 'signedIn' },
  'app.groups.$groupId.budget.$deed.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.groups.$groupId.budget.receipts.$number.ts': { loader: 'signedIn' },
  'app.groups.$groupId.budget[.csv].ts': { loader: 'signedIn' },
  'app.groups.$groupId.budget[.xlsx].ts': { loader: 'signedIn' },
  'app.gates.$gateId.measurements.tsx': { loader: 'signedIn', action: measurers },
  'app.gates.$gateId.measurements[.csv].ts': { loader: 'signedIn' },
  'app.gates.$gateId.measurements_.import.tsx': { loader: measurers, action: measurers },
  'app.gates.$gateId.meters.tsx': { loader: measurers, action: measurers },
  // Members of a group are members by a seat, not by a role: a wrong person is tested in tests/gates/verdicts.test.ts.
  'app.gates.$gateId.verdict.tsx': { loader: 'signedIn', action: 'signedIn' },
  // Whoever sits in the group tells of their own hours: tests/workgroups/hours-routes.test.ts.
  'groups._index.tsx': { loader: 'everyone' },
  'app.groups.$groupId.hours._index.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.groups.$groupId.hours.roster.tsx': { loader: rosterers, action: rosterers },
  'app.groups.$groupId.hours.import.tsx': { loader: rosterers, action: rosterers },
  // Whoever votes does so by a seat, not by a role: the wrong person is tested in tests/workgroups/votes-routes.test.ts.
  'app.groups.$groupId.proposals._index.tsx': { loader: 'signedIn' },
  'app.groups.$groupId.proposals.new.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.proposals.$proposalId._index.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.proposals.$proposalId.words.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.proposals.$proposalId.opening.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.proposals.$proposalId.present.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.proposals.$proposalId.hand.tsx': { loader: 'signedIn', action: 'signedIn' },
  'app.proposals.$proposalId.poll.tsx': { loader: 'signedIn', action: 'signedIn' },
}
