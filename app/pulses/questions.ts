import { getItem } from 'surveys/instrument'
import { pulse, pulseItems, rotationOf } from 'surveys/pulse/v1'
import type { Manifest } from '~/ballot-box/manifest'
import { ruleSet } from './disclosure/rules'
import type { RoundDays } from './rules'

/** Returns the questions of a round as its manifest writes them: the same for everyone, in three languages. */
export function questionsOf(roundNumber: number, withPilotItem: boolean): Manifest['questions'] {
  return pulseItems(rotationOf(roundNumber), withPilotItem).map(id => {
    const { kind, text } = getItem(pulse, id)
    return { id, kind, text_nl: text.nl, text_en: text.en, text_fr: text.fr }
  })
}

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
