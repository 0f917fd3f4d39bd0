/** Voices that may be heard around a table, each as a need in the first person. Nobody is one of them. */
export const voices = ['craft', 'place', 'proof', 'keen', 'wait'] as const
export type Voice = (typeof voices)[number]

type MoodCard = { of: 'mood'; name: 'fear' | 'keen' | 'waiting'; sharePercent: number }
type VoiceCard = { of: 'voice'; name: Voice; sharePercent: number }
type RestCard = { of: 'rest'; sharePercent: number }

/** A card for the table. Its share is that of some public reactions, never of a team. */
export type ReferenceCard = MoodCard | VoiceCard | RestCard

/**
 * How the reactions sounded, as the whitepaper counted them.
 * @source The whitepaper, on 595 public reactions to a news item; not representative
 */
export const moodCards: readonly MoodCard[] = [
  { of: 'mood', name: 'fear', sharePercent: 48 },
  { of: 'mood', name: 'waiting', sharePercent: 40 },
  { of: 'mood', name: 'keen', sharePercent: 12 },
]

/**
 * Which voices the whitepaper heard in them, under names of our own. They add up to 95; the rest fitted none.
 * @source The whitepaper, on 595 public reactions to a news item; names from instruments.md, section 3c
 */
export const voiceCards: readonly (VoiceCard | RestCard)[] = [
  { of: 'voice', name: 'craft', sharePercent: 25 },
  { of: 'voice', name: 'place', sharePercent: 30 },
  { of: 'voice', name: 'proof', sharePercent: 18 },
  { of: 'voice', name: 'keen', sharePercent: 12 },
  { of: 'voice', name: 'wait', sharePercent: 10 },
  { of: 'rest', sharePercent: 5 },
]
