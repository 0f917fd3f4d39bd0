import { fiveBarriers } from 'surveys/five-barriers/v1'
import { getItem, type Words } from 'surveys/instrument'
import { pulse, pulseItems, rotationOf } from 'surveys/pulse/v1'
import { mirrorItems } from 'surveys/self-check/v1'
import type { Manifest } from '~/ballot-box/manifest'
import { ruleSet } from './disclosure/rules'
import type { RoundKind } from './drafting/rules'
import type { RoundDays } from './rules'

/** What decides the questions of a round: the check asks everybody the same each time, a pulse goes by its number. */
export type Asking = { number: number; withPilotItem: boolean; asks?: RoundKind }

/** Returns the questions of a round as its manifest writes them: the same for everyone, in three languages. */
export function questionsOf({ number, withPilotItem, asks }: Asking): Manifest['questions'] {
  if (asks === 'check') return checkQuestions()
  if (asks === 'checkWithMirror') return [...checkQuestions(), ...mirrorQuestions()]
  return pulseItems(rotationOf(number), withPilotItem).map(id => {
    const { kind, text } = getItem(pulse, id)
    return asked(id, kind, text)
  })
}

const checkQuestions = () =>
  fiveBarriers.items.map(({ id, kind, topic, key, text }) => ({ ...asked(id, kind, text), barrier: topic, key: key! }))

/** Staff read the same ten statements from their own side. */
const mirrorQuestions = () => mirrorItems().map(({ id, kind, text }) => asked(id, kind, text))

const asked = (id: string, kind: string, { nl, en, fr }: Words) => ({ id, kind, text_nl: nl, text_en: en, text_fr: fr })

type ManifestFacts = RoundDays & {
  round: string
  questions: Manifest['questions']
  units: Manifest['units']
  boxKeySpki: string
  boxKeySha256: string
}

/** Writes down all that holds for everyone in a round. Its hash is announced before anyone draws a token. */
export function manifestOf(facts: ManifestFacts): Manifest {
  return {
    v: 1,
    round: facts.round,
    rules: ruleSet,
    issuing_from: facts.issuingFrom,
    opens: facts.opensOn,
    closes: facts.closesOn,
    box_key_spki: facts.boxKeySpki,
    box_key_sha256: facts.boxKeySha256,
    questions: facts.questions,
    units: facts.units,
  }
}
