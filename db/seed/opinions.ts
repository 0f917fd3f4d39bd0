import { getItem } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import type { Manifest } from '~/ballot-box/manifest'
import type { Chance } from './chance'

/** Mood per topic at the start of the year and at its end, from 0 (bad) to 1 (good). Invented, like everything in the demo. */
const moods: Record<string, [start: number, end: number]> = {
  mood: [0.5, 0.58],
  trust: [0.24, 0.46],
  heard: [0.3, 0.55],
  workload: [0.42, 0.45],
  knowledge: [0.32, 0.6],
  safety: [0.44, 0.56],
  future: [0.3, 0.41],
  pilot: [0.35, 0.5],
  recommendation: [0.36, 0.48],
}

/** How much brighter or darker a team sees things. */
const teamTints: Record<string, number> = {
  Nacht: -0.12,
  Avond: -0.08,
  'Klantenlijn FR': -0.1,
  'Chat en mail': 0.08,
  ICT: 0.15,
  Directie: 0.3,
  'HR en opleiding': 0.12,
}

/** Draws the answers of one person: `progress` runs from 0 (a year ago) to 1 (today). Some questions are skipped. */
export function answersOf(
  team: string,
  questions: Manifest['questions'],
  progress: number,
  chance: Chance,
): Record<string, number> {
  const answers: Record<string, number> = {}
  for (const { id, kind } of questions) {
    if (kind === 'verdict3') {
      if (!chance.happens(0.15)) answers[id] = chance.happens(0.74) ? 3 : chance.happens(0.6) ? 2 : 1
      continue
    }
    const item = getItem(pulse, id)
    if (chance.happens(item.mayAbstain ? 0.45 : 0.04)) continue
    const [start, end] = moods[item.topic] ?? [0.45, 0.5]
    const mood = start + (end - start) * progress + (teamTints[team] ?? 0)
    const drawn = Math.min(0.999, Math.max(0, mood + (chance.next() + chance.next() - 1) * 0.55))
    answers[id] = item.kind === 'recommend11' ? Math.floor(drawn * 11) : 1 + Math.floor(drawn * 5)
  }
  return answers
}
