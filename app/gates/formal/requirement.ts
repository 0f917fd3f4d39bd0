import type { Jurisdiction } from '~/people/rules'
import type { GateKind } from '../rules'

/** What the law asks before something of this kind begins, in one place; its words stand in the catalogue. */
export type Requirement = { where: Jurisdiction | 'EU'; say: RequirementWords; source: string }
export type RequirementWords =
  | 'adviceTechnology'
  | 'adviceScale'
  | 'consentRecording'
  | 'cao39Pilot'
  | 'cao39Scale'
  | 'telecomRecording'
  | 'aiLiteracy'
  | 'aiTraining'
  | 'dpiaRecording'

/** Nobody read these lines against their sources for this release, and the page says so. @source law.md, section 1.6 */
const lines: Record<GateKind, readonly Requirement[]> = {
  pilotStart: [
    { where: 'NL', say: 'adviceTechnology', source: 'WOR, art. 25, 1k' },
    { where: 'BE', say: 'cao39Pilot', source: 'CAO 39' },
    { where: 'EU', say: 'aiLiteracy', source: 'AI Act, art. 4, 50' },
  ],
  goLive: [
    { where: 'NL', say: 'adviceScale', source: 'WOR, art. 25, 1k, 1e' },
    { where: 'BE', say: 'cao39Scale', source: 'CAO 39, CAO 9' },
    { where: 'EU', say: 'aiTraining', source: 'AI Act, art. 4' },
  ],
  scale: [
    { where: 'NL', say: 'adviceScale', source: 'WOR, art. 25, 1k, 1e' },
    { where: 'BE', say: 'cao39Scale', source: 'CAO 39, CAO 9' },
    { where: 'EU', say: 'aiTraining', source: 'AI Act, art. 4' },
  ],
  recording: [
    { where: 'NL', say: 'consentRecording', source: 'WOR, art. 27, 1k, 1l' },
    { where: 'BE', say: 'telecomRecording', source: 'WEC, art. 128' },
    { where: 'EU', say: 'dpiaRecording', source: 'GDPR, art. 35; AI Act, art. 26, 7' },
  ],
}

/**
 * Returns what the law asks of a gate of this kind where the house has sites. It is where a conversation begins and no
 * legal advice: the works council says what holds here.
 *
 * @source law.md, section 1.6, `formalRequirement(event)`
 */
export function formalRequirement(kind: GateKind, countries: readonly Jurisdiction[]): Requirement[] {
  const isHere = ({ where }: { where: Jurisdiction | 'EU' }) => where === 'EU' || countries.includes(where)
  return lines[kind].filter(isHere)
}
