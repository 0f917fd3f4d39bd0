import { isAboutTalks } from 'surveys/after-talk/v1'
import { pulse } from 'surveys/pulse/v1'
import { selfCheck } from 'surveys/self-check/v1'
import type { Manifest } from '~/ballot-box/manifest'
import { type Chance, seededChance } from './chance'

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
  time: [0.35, 0.5],
  power: [0.2, 0.34],
  direction: [0.34, 0.46],
  talk: [0.45, 0.6],
}

/** How high each barrier stands at the start of the year and at its end, from 0 to 1. */
const heights: Record<string, [start: number, end: number]> = {
  job_loss: [0.6, 0.55],
  distrust: [0.72, 0.52],
  ai_fails: [0.55, 0.5],
  too_old: [0.38, 0.3],
  unheard: [0.74, 0.48],
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

type Drawer = { team: string; progress: number; chance: Chance }

/** Draws the answers of one person: `progress` runs from 0 (a year ago) to 1 (today). Some questions are skipped. */
export function answersOf(questions: Manifest['questions'], drawer: Drawer): Record<string, number> {
  const answers: Record<string, number> = {}
  const barriers = new Map<string, number>()
  for (const question of questions) {
    const answer = question.barrier ? aboutBarrier(question, barriers, drawer) : aboutWork(question, drawer)
    if (answer !== undefined) answers[question.id] = answer
  }
  return answers
}

type Asked = Manifest['questions'][number]

function aboutWork({ id, kind }: Asked, drawer: Drawer): number | undefined {
  const { chance } = drawer
  if (kind === 'verdict3')
    return chance.happens(0.15) ? undefined : chance.happens(0.74) ? 3 : chance.happens(0.6) ? 2 : 1
  if (isAboutTalks({ id })) return aboutTalk(drawer)
  const item = [...pulse.items, ...selfCheck.items].find(one => one.id === id)!
  if (chance.happens(item.mayAbstain ? 0.2 : 0.04)) return undefined
  const drawn = drawnFrom(moods[item.topic] ?? [0.45, 0.5], drawer, 0.55)
  return kind === 'recommend11' ? Math.floor(drawn * 11) : 1 + Math.floor(drawn * 5)
}

/** Talks have a chance of their own, so that asking about them changes nothing else. Many were not at the last one. */
const talkChance = seededChance(16)

function aboutTalk(drawer: Drawer): number | undefined {
  const drawn = drawnFrom(moods.talk!, { ...drawer, chance: talkChance }, 0.5)
  return talkChance.happens(0.35) ? undefined : 1 + Math.floor(drawn * 5)
}

/** Somebody who meets a barrier meets it in all four statements, more or less. */
function aboutBarrier({ barrier, key }: Asked, heightOf: Map<string, number>, drawer: Drawer): number | undefined {
  const { chance } = drawer
  const height = heightOf.get(barrier!) ?? drawnFrom(heights[barrier!]!, { ...drawer, team: '' }, 0.5)
  heightOf.set(barrier!, height)
  if (chance.happens(0.08)) return undefined
  const said = Math.min(0.999, Math.max(0, height + (chance.next() - 0.5) * 0.3))
  return key === 'R' ? 5 - Math.floor(said * 5) : 1 + Math.floor(said * 5)
}

function drawnFrom([start, end]: [number, number], { team, progress, chance }: Drawer, spread: number): number {
  const middle = start + (end - start) * progress + (teamTints[team] ?? 0)
  return Math.min(0.999, Math.max(0, middle + (chance.next() + chance.next() - 1) * spread))
}
