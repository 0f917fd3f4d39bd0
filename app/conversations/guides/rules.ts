import type { Barrier } from 'surveys/five-barriers/v1'

/** The ten situations, in the order of their numbers. A slug stands in the address and never changes. */
export const guideSlugs = [
  'will-i-lose-my-job',
  'just-words',
  'ai-makes-a-mess',
  'i-cannot-keep-up',
  'my-opinion-does-not-count',
  'not-fast-enough',
  'wait-and-see',
  'broken-promise',
  'the-workgroup-says-no',
  'something-else-or-leave',
] as const
export type GuideSlug = (typeof guideSlugs)[number]

/** What belongs to a guide beside its words. */
type GuideFacts = {
  /** The barriers behind what is heard; keenness has none. */
  barriers: readonly Barrier[]
  /** Which promises of the register the guide tells to read together. */
  register?: 'all' | Extract<Barrier, 'job_loss' | 'too_old' | 'unheard'>
  /** What the guide says may become a promise. */
  promise?: Barrier
}

/**
 * Which barriers each guide belongs to, and where it leads in the register of promises.
 * @source instruments.md, section 3d, and the table "What they need" of section 3a
 */
const facts: Readonly<Record<GuideSlug, GuideFacts>> = {
  'will-i-lose-my-job': { barriers: ['job_loss'], register: 'job_loss', promise: 'job_loss' },
  'just-words': { barriers: ['distrust'], register: 'all', promise: 'distrust' },
  'ai-makes-a-mess': { barriers: ['ai_fails'] },
  'i-cannot-keep-up': { barriers: ['too_old'], register: 'too_old', promise: 'too_old' },
  'my-opinion-does-not-count': { barriers: ['unheard'], register: 'unheard', promise: 'unheard' },
  'not-fast-enough': { barriers: [] },
  'wait-and-see': { barriers: ['unheard'] },
  'broken-promise': { barriers: ['distrust'], register: 'all' },
  'the-workgroup-says-no': { barriers: ['ai_fails', 'unheard'] },
  'something-else-or-leave': { barriers: ['job_loss', 'too_old'] },
}

/** A conversation card: one situation, found by what one hears. Its words stand in nl.json, en.json and fr.json. */
export type Guide = GuideFacts & { number: number; slug: GuideSlug }

/** All ten guides. */
export const guides: readonly Guide[] = guideSlugs.map((slug, place) => ({ number: place + 1, slug, ...facts[slug] }))

/** The words of one guide, in one language. */
export type GuideWords = {
  /** What one may hear; a guide is found by it. */
  heard: string[]
  situation: string
  open: string[]
  ask: string[]
  avoid: { say: string; because: string }[]
  agree: string[]
  /** When to end the conversation. */
  stop: string[]
}

/** Finds a guide by the word in its address. */
export function findGuide(slug: string | undefined): Guide | undefined {
  return guides.find(guide => guide.slug === slug)
}

/** Returns the guides for a talk about a barrier, the first one first. */
export function guidesAbout(barrier: Barrier): Guide[] {
  return guides.filter(guide => guide.barriers.includes(barrier))
}

/** Returns the guides before and after one; the row has two ends. */
export function besideGuide(guide: Guide): { previous?: Guide; next?: Guide } {
  return { previous: guides[guide.number - 2], next: guides[guide.number] }
}

/** Returns the address of a guide. */
export function guideAddress(slug: GuideSlug): string {
  return `/app/guides/${slug}`
}

/** Returns the address of the promises that a guide tells to read together. */
export function registerFor(guide: Guide): string | undefined {
  if (!guide.register) return undefined
  return guide.register === 'all' ? '/app/promises' : `/app/promises?theme=${guide.register}`
}

/** Reads the list of kept guides as a browser remembers it. What is no guide, or no list at all, is left out. */
export function keptFrom(remembered: string | null): GuideSlug[] {
  try {
    const list: unknown = JSON.parse(remembered ?? '[]')
    return Array.isArray(list) ? guideSlugs.filter(slug => list.includes(slug)) : []
  } catch {
    return []
  }
}
