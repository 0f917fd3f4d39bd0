import { eq } from 'drizzle-orm'
import { db, vetoes } from '#db'
import type { AboutShown } from '~/workgroups/votes/shown'
import type { About } from '~/workgroups/votes/store.server'
import { findGate } from './store.server'

/** Returns by name what a proposal is about: a step of a gate, one of its criteria, or a veto. */
export async function aboutShown(about: About | undefined): Promise<AboutShown | null> {
  if (!about) return null
  if ('gateId' in about) return stepShown(about)
  const [veto] = await db.select().from(vetoes).where(eq(vetoes.id, about.vetoId))
  const step = veto && (await stepShown(veto))
  return { kind: 'veto', vetoId: about.vetoId, ...(step?.criterion && { criterion: step.criterion }) }
}

async function stepShown({ gateId, version, criterion }: { gateId: string; version: number; criterion?: number }) {
  const gate = await findGate(gateId)
  const step = gate?.steps.find(one => one.version === version)
  if (!gate || !step) return null
  const measure = step.criteria.find(({ number }) => number === criterion)?.measure
  return {
    ...{ kind: 'step' as const, gateId, gate: gate.name, targetPct: step.targetPct },
    ...(measure && { criterion: measure }),
  }
}
