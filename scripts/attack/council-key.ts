import type { Engine, Tried } from '~/ledger/attacks/rules'
import { type Attack, type Found, together } from './attack'
import { onEachEngine } from './stage/engines'

type Told = Record<'ours' | 'savedOnServer' | 'withoutSignature' | 'withoutLedger' | 'rightKey', Tried>

let siege: Promise<[Engine, Told][]> | undefined
/** One round on each database: the attack and the designs that do not protect look at the same. */
const besieged = () => {
  siege ??= onEachEngine<Told>('scripts/attack/stage/council-round.ts')
  return siege
}
const control = (name: keyof Told) => async () => together((await besieged()).map(([, told]) => told[name]))

export const councilKey: Attack = {
  id: 'councilKey',
  async run(): Promise<Found> {
    const all = await besieged()
    return { ...together(all.map(([, { ours }]) => ours)), engines: all.map(([engine]) => engine) }
  },
  controls: {
    ordinaryRound: async () =>
      together((await onEachEngine<Tried>('scripts/attack/stage/ordinary-round.ts')).map(([, tried]) => tried)),
    savedOnServer: control('savedOnServer'),
    withoutSignature: control('withoutSignature'),
    withoutLedger: control('withoutLedger'),
    rightKey: control('rightKey'),
  },
}
