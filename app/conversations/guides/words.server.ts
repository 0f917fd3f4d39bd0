import { z } from 'zod'
import type { Language } from '~/people/rules'
import en from './en.json'
import fr from './fr.json'
import nl from './nl.json'
import { type GuideSlug, type GuideWords, guideSlugs } from './rules'

const line = z.string().min(2)
const lines = z.array(line).min(2)
const words = z.strictObject({
  heard: z.array(line).min(5),
  situation: line,
  open: lines,
  ask: lines,
  avoid: z.array(z.strictObject({ say: line, because: line })).min(2),
  agree: lines,
  stop: lines,
})
const catalogue = z.record(z.enum(guideSlugs), words)

/** The words of all guides in every language, checked when loaded. They stay on the server until somebody reads one. */
export const guideWords: Readonly<Record<Language, Record<GuideSlug, GuideWords>>> = {
  nl: catalogue.parse(nl),
  en: catalogue.parse(en),
  fr: catalogue.parse(fr),
}

/** Returns what one may hear, guide by guide: all that is needed to find one. */
export function heardIn(language: Language): Record<GuideSlug, string[]> {
  const entries = guideSlugs.map(slug => [slug, guideWords[language][slug].heard])
  return Object.fromEntries(entries) as Record<GuideSlug, string[]>
}
