import { readFileSync } from 'node:fs'
import type { Language } from '../../app/people/rules'

/** Reads the words of the interface as a reader of `language` sees them: `say('pulses.home.tokenReady.go')`. */
export function wordsOf(language: Language) {
  const rooms = new Map<string, unknown>()
  const roomOf = (room: string) => {
    const file = room.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    if (!rooms.has(room)) rooms.set(room, JSON.parse(readFileSync(`app/language/${language}/${file}.json`, 'utf8')))
    return rooms.get(room)
  }
  return (key: string, values: Record<string, string | number> = {}): string => {
    const [room = '', ...path] = key.split('.')
    const text = path.reduce<unknown>((part, step) => (part as Record<string, unknown>)?.[step], roomOf(room))
    if (typeof text !== 'string') throw new Error(`No words for ${key} in ${language}`)
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
  }
}
