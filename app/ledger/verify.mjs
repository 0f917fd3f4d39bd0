#!/usr/bin/env node
// Checks a ledger of Inspraak. One file, nothing to install, no network needed:
//
//   node verify.mjs <folder or address> [--witness <file>] [--lang nl|en|fr]
//
// The folder holds log.jsonl, checkpoint, openings.json and witnesses.json as they were downloaded; with leaves.txt
// beside them a changed entry is named. Without openings.json only the words outside the log stay unchecked.
// --witness keeps what you saw in a small file; next time, history must still begin with exactly that.
// Exit 0: sound. 1: not sound, with the reasons. 2: could not read. Node 20 or newer; browsers run the same code.

// ---- Words ----------------------------------------------------------------------------------------------------

const words = {
  nl: {
    sound: 'In orde. Register {name}, aantal regels: {size}. Alles past bij elkaar en bij de handtekeningen.',
    witnessed: 'Een getuige tekende mee tot en met regel {last}: daarvan is niets veranderd of weg.',
    witnessedDays: 'Van regel {first} tot en met {last} is niets teruggedateerd. De dagen daarvoor zag geen getuige.',
    wordless: 'Let op: de woorden zijn niet nagekeken, want openings.json is er niet bij.',
    notSound: 'Niet in orde. Dit klopt niet:',
    fingerprint: 'Controlegetal: {root}',
    noWitness: 'Let op: nog geen getuige tekende mee. Alleen wie een eerder controlegetal bewaart, merkt herschrijven.',
    waiting: 'Aantal regels dat nog op een getuige wacht: {count}.',
    cannotRead: 'Ik kan het register niet lezen: {what}',
    usage: 'Gebruik: node verify.mjs <map of adres> [--witness <bestand>] [--lang nl|en|fr]',
    form: '{what} staat niet in de vaste schrijfwijze: het is veranderd of beschadigd.',
    type: 'Regel {seq} is van een soort die niet bestaat, of er ontbreekt iets in.',
    place: 'Regel {seq} hoort niet op deze plaats: er is een regel weggehaald, toegevoegd of verplaatst.',
    dayBack: 'Regel {seq} heeft een vroegere dag dan de regel ervoor.',
    reference: 'Regel {seq} past niet bij wat eerder in het register staat ({what}).',
    leftOpen: 'Na regel {seq} moest poort {what} dicht, en de regel daarna zegt dat niet.',
    textChanged: 'De tekst "{what}" van regel {seq} is achteraf veranderd.',
    textGone: 'De tekst "{what}" van regel {seq} is weg zonder dat een regel zegt waarom.',
    textStray: 'Er is een tekst die bij geen regel hoort of gewist had moeten zijn ({what}).',
    signature: 'Een handtekening onder het controlegetal van {size} regels klopt niet.',
    size: 'Het controlegetal gaat over {size} regels, maar er zijn er {count}: er zijn regels weggehaald of toegevoegd.',
    root: 'De eerste {size} regels zijn niet meer dezelfde als toen het controlegetal werd getekend.',
    changed: 'Regel {seq} is veranderd sinds het controlegetal werd getekend.',
    backdated: 'Regel {seq} is teruggedateerd: hij draagt de dag {day}, maar een getuige zag hem niet op tijd.',
    ahead: 'Regel {seq} draagt een dag ({day}) van na het meetekenen.',
    unwitnessed: 'Regel {seq} van {day} is na ruim een week nog door geen getuige meegetekend.',
    fewer: 'Je zag eerder {size} regels, nu zijn er {count}: er zijn regels weggehaald.',
    rewritten: 'De eerste {size} regels zijn anders dan wat je eerder zag: het verleden is herschreven.',
    otherLog: 'Je bewaarde iets van een ander register: {what}.',
  },
  en: {
    sound: 'Sound. Ledger {name}, entries: {size}. Everything fits together and fits the signatures.',
    witnessed: 'A witness signed up to and including entry {last}: none of it was changed or removed.',
    witnessedDays: 'From entry {first} up to and including {last} none is back-dated. No witness saw earlier days.',
    wordless: 'Note: the words were not checked, because openings.json is not there.',
    notSound: 'Not sound. This is wrong:',
    fingerprint: 'Checkpoint: {root}',
    noWitness: 'Note: no witness has signed yet. Only someone who kept an earlier checkpoint would notice a rewrite.',
    waiting: 'Entries that still wait for a witness: {count}.',
    cannotRead: 'I cannot read the ledger: {what}',
    usage: 'Usage: node verify.mjs <folder or address> [--witness <file>] [--lang nl|en|fr]',
    form: '{what} is not in its one spelling: it was changed or damaged.',
    type: 'Entry {seq} is of a kind that does not exist, or lacks something.',
    place: 'Entry {seq} does not belong in this place: an entry was removed, added or moved.',
    dayBack: 'Entry {seq} has an earlier day than the entry before it.',
    reference: 'Entry {seq} does not fit what stands before it in the ledger ({what}).',
    leftOpen: 'After entry {seq} gate {what} had to close, and the entry after it does not say so.',
    textChanged: 'The text "{what}" of entry {seq} was changed afterwards.',
    textGone: 'The text "{what}" of entry {seq} is gone and no entry says why.',
    textStray: 'There is a text that belongs to no entry or should have been erased ({what}).',
    signature: 'A signature under the checkpoint of {size} entries is wrong.',
    size: 'The checkpoint is about {size} entries but there are {count}: entries were removed or added.',
    root: 'The first {size} entries are no longer what they were when the checkpoint was signed.',
    changed: 'Entry {seq} was changed since the checkpoint was signed.',
    backdated: 'Entry {seq} is back-dated: it bears the day {day}, but no witness saw it in time.',
    ahead: 'Entry {seq} bears a day ({day}) after it was witnessed.',
    unwitnessed: 'Entry {seq} of {day} has not been signed by any witness for more than a week.',
    fewer: 'You saw {size} entries before, now there are {count}: entries were removed.',
    rewritten: 'The first {size} entries differ from what you saw before: the past was rewritten.',
    otherLog: 'What you kept is about another ledger: {what}.',
  },
  fr: {
    sound: 'En ordre. Registre {name}, nombre de lignes : {size}. Tout concorde, signatures comprises.',
    witnessed: 'Un témoin a signé jusqu’à la ligne {last} incluse : rien n’y a été modifié ni retiré.',
    witnessedDays: 'De la ligne {first} à {last}, rien n’est antidaté. Aucun témoin n’a vu les jours d’avant.',
    wordless: 'Attention : les mots n’ont pas été vérifiés, car openings.json manque.',
    notSound: 'Pas en ordre. Voici ce qui est faux :',
    fingerprint: 'Empreinte : {root}',
    noWitness: 'Attention : encore aucun témoin. Seul qui garde une empreinte antérieure verrait une réécriture.',
    waiting: 'Lignes qui attendent encore un témoin : {count}.',
    cannotRead: 'Je ne peux pas lire le registre : {what}',
    usage: 'Usage : node verify.mjs <dossier ou adresse> [--witness <fichier>] [--lang nl|en|fr]',
    form: '{what} n’est pas dans son écriture fixe : le fichier a été modifié ou abîmé.',
    type: 'La ligne {seq} est d’un genre qui n’existe pas, ou il y manque quelque chose.',
    place: 'La ligne {seq} n’est pas à sa place : une ligne a été retirée, ajoutée ou déplacée.',
    dayBack: 'La ligne {seq} porte un jour antérieur à la ligne précédente.',
    reference: 'La ligne {seq} ne va pas avec ce qui précède dans le registre ({what}).',
    leftOpen: 'Après la ligne {seq}, le point de passage {what} devait se fermer ; la suivante ne le dit pas.',
    textChanged: 'Le texte « {what} » de la ligne {seq} a été modifié après coup.',
    textGone: 'Le texte « {what} » de la ligne {seq} a disparu sans qu’une ligne dise pourquoi.',
    textStray: 'Un texte n’appartient à aucune ligne ou aurait dû être effacé ({what}).',
    signature: 'Une signature sous l’empreinte de {size} lignes est fausse.',
    size: 'L’empreinte porte sur {size} lignes, mais il y en a {count} : des lignes ont été retirées ou ajoutées.',
    root: 'Les {size} premières lignes ne sont plus celles qui ont été signées.',
    changed: 'La ligne {seq} a été modifiée depuis la signature de l’empreinte.',
    backdated: 'La ligne {seq} est antidatée : elle porte le jour {day}, mais aucun témoin ne l’a vue à temps.',
    ahead: 'La ligne {seq} porte un jour ({day}) postérieur à la signature du témoin.',
    unwitnessed: 'La ligne {seq} du {day} n’a été signée par aucun témoin depuis plus d’une semaine.',
    fewer: 'Vous aviez vu {size} lignes, il y en a maintenant {count} : des lignes ont été retirées.',
    rewritten: 'Les {size} premières lignes diffèrent de ce que vous aviez vu : le passé a été réécrit.',
    otherLog: 'Ce que vous avez gardé concerne un autre registre : {what}.',
  },
}

/** Says one thing in a language. @param {{ code: string, [value: string]: unknown }} said */
export const say = (language, said) =>
  (words[language] ?? words.nl)[said.code].replace(/\{(\w+)\}/g, (_, name) => String(said[name]))

// ---- What an entry may hold: a closed list. A field ending in ? may be absent. ---------------------------------

const forms = {
  id: /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/,
  day: { test: text => /^\d{4}(-\d\d){2}$/.test(text) && new Date(Date.parse(text) || 0).toJSON().startsWith(text) },
  hash: /^sha256:[0-9a-f]{64}$/,
  name: /^[^\s+]{1,120}$/,
  key: /^[^\s+]{1,120}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/,
  signature: /^[A-Za-z0-9+/]{86}==$/,
  text: /^[\s\S]{1,500}$/,
}
const judges = 'worksCouncil|staff|management'
const totals = { roster: 'count', 'counted?': 'count', rejected: 'count' }
const units = [{ id: 'id', issue_key: 'hash', roster: 'count' }]
const accounts = 'pool|free|committed|spent'
const phases = 'listen|prototype|scale'
const bookings = 'grant|cut|commitment|expense|release|correction'
const vote = { quorum_pct: 'percent', majority_pct: 'percent', veto_pct: 'percent' }
const step = { gate: 'id', version: 'count' }

/** Every kind of entry of version 1, with its fields. @type {Record<string, Record<string, unknown>>} */
export const entryFields = {
  'log.opened': { name: 'name', key: 'key' },
  'promise.made': { id: 'id', made_on: 'day', due: 'day', entered_later: 'flag', owner_role: 'id', about: ['id'] },
  'promise.amended': { id: 'id', 'due?': 'day', 'owner_role?': 'id' },
  'promise.status': { id: 'id', status: 'underWay|claimedKept|claimedPartly|claimedBroken|disputed' },
  'promise.evidence': { id: 'id', 'file?': 'hash', 'bytes?': 'count' },
  'promise.closed': { id: 'id', as: 'kept|partly|withdrawn|superseded', by: judges, 'successor?': 'id' },
  'promise.broken': { id: 'id', by: judges },
  'response.published': { round: 'id' },
  'round.opened': { round: 'id', rules: 'id', manifest: 'hash', box_key: 'hash', units },
  'self_check.handed_in': { round: 'id' },
  'exam.answered': { question: 'id' },
  'roster.approved': { round: 'id', manifest: 'hash' },
  'box_key.held': { round: 'id', box_key: 'hash', key: 'key', by: 'worksCouncil' },
  'round.closed': { round: 'id' },
  'tally.submitted': { round: 'id', results: 'hash', receipts: 'hash', signature: 'signature' },
  'round.void': { round: 'id', reason: 'id' },
  'results.published': { round: 'id', results: 'hash', receipts: 'hash', totals },
  'comments.released': { round: 'id', blanked: 'count' },
  'workgroup.mandated': {
    ...{ group: 'id', version: 'count', seats: 'count', weekly_minutes: 'count' },
    'veto_promise?': 'id',
  },
  'draw.announced': { group: 'id', seats: 'count', volunteers: 'count' },
  'draw.held': { group: 'id', announced: 'count', seed: 'hash', chosen: ['count'] },
  'budget.booked': {
    ...{ group: 'id', no: 'count', kind: bookings, cents: 'count', from: accounts, to: accounts },
    ...{ 'corrects?': 'count', 'proposal?': 'id' },
  },
  'hours.reported': {
    ...{ group: 'id', week: 'id', promised: 'count' },
    ...{ rostered: 'count', used: 'count', pulled_back: 'count' },
  },
  'vote.opened': { group: 'id', proposal: 'id', subject: 'id', closes: 'day', ...vote },
  'vote.closed': {
    ...{ proposal: 'id', outcome: 'adopted|rejected|lapsed', consent: 'count', aside: 'count', object: 'count' },
  },
  'plan.presented': { group: 'id', proposal: 'id', held_on: 'day', audience: 'count' },
  'plan.handed': { group: 'id', proposal: 'id' },
  'phase.entered': { use_case: 'id', phase: phases },
  'phase.shown': { use_case: 'id', phase: phases, output: 'id', 'file?': 'hash' },
  'gate.step': { ...step, group: 'id', use_case: 'id', kind: 'id', target_pct: 'percent', measuring_from: 'day' },
  'gate.measured': { ...step, criterion: 'count', from: 'day', until: 'day', milli: 'count', volume: 'count' },
  'gate.judged': { ...step, good: 'flag', failed: ['count'], proposal: 'id' },
  'gate.key': { ...step, holder: 'workgroup|formal', turned: 'flag', 'proposal?': 'id', 'file?': 'hash' },
  'gate.moved': { gate: 'id', pct: 'percent', 'version?': 'count' },
  'veto.raised': { ...step, id: 'id', criterion: 'count', proposal: 'id', answer_due: 'day' },
  'veto.moved': {
    ...{ id: 'id', to: 'answered|accepted|persuaded|escalated|overridden' },
    ...{ by: 'group|management|director', 'proposal?': 'id' },
  },
  'client.released': { files: [{ name: 'id', hash: 'hash' }] },
  'witness.added': { name: 'name', key: 'key', of: 'worksCouncil|union|other' },
  'witness.removed': { name: 'name' },
  'key.rotated': { key: 'key', signature: 'signature' },
  redaction: { seq: 'count', key: 'id', reason: 'text' },
}

/** The words of an entry stand outside the log, so that they can be erased; the log holds a salted hash of each. */
export const entryWords = {
  'promise.made': ['text', 'why', 'exclusions', 'measure', 'scope', 'owner?', 'place?'],
  'promise.amended': ['reason', 'text?', 'why?', 'exclusions?', 'measure?', 'scope?', 'owner?'],
  'promise.status': ['note?'],
  'promise.evidence': ['note'],
  'promise.closed': ['reason?'],
  'promise.broken': ['reason?'],
  'response.published': ['heard', 'will_do', 'will_not_do'],
  'self_check.handed_in': ['answers'],
  'exam.answered': ['answer'],
  'workgroup.mandated': ['text'],
  'draw.announced': ['list'],
  'budget.booked': ['what'],
  'vote.opened': ['title', 'text'],
  'plan.presented': ['changed'],
  'phase.shown': ['note'],
  'gate.step': ['criteria'],
  'gate.judged': ['notes'],
  'gate.key': ['reason?'],
  'gate.moved': ['reason?'],
  'veto.raised': ['evidence', 'persuade'],
  'veto.moved': ['reason?', 'name?'],
}

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns whether a value has the form that the list asks for. */
function fits(form, value) {
  if (Array.isArray(form)) return Array.isArray(value) && value.every(each => fits(form[0], each))
  if (typeof form === 'object') return hasFields(form, value)
  if (form === 'count') return Number.isSafeInteger(value) && value >= 0
  if (form === 'percent') return fits('count', value) && value <= 100
  if (form === 'flag') return typeof value === 'boolean'
  return typeof value === 'string' && (forms[form]?.test(value) ?? form.split('|').includes(value))
}

function hasFields(fields, value) {
  if (!isObject(value)) return false
  const known = new Map(Object.entries(fields).map(([name, form]) => [name.replace('?', ''), form]))
  const required = Object.keys(fields).filter(name => !name.endsWith('?'))
  return (
    required.every(name => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => known.has(name) && fits(known.get(name), part))
  )
}

const isCommitment = value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** Returns whether an entry is of a known kind and holds what that kind holds, no more and no less. */
export function isEntry(entry) {
  if (!isObject(entry) || entry.v !== 1 || !fits('count', entry.seq) || !fits('day', entry.day)) return false
  if (!Object.keys(entry).every(name => ['v', 'seq', 'day', 'type', 'data', 'commit'].includes(name))) return false
  if (typeof entry.type !== 'string' || !Object.hasOwn(entryFields, entry.type)) return false
  if (!hasFields(entryFields[entry.type], entry.data)) return false
  const commit = entry.commit ?? {}
  if (!isObject(commit) || ('commit' in entry && Object.keys(commit).length === 0)) return false
  const asked = entryWords[entry.type] ?? []
  return (
    asked.every(name => name.endsWith('?') || Object.hasOwn(commit, name)) &&
    Object.entries(commit).every(([k, hash]) => (asked.includes(k) || asked.includes(`${k}?`)) && isCommitment(hash))
  )
}

// ---- Bytes and hashes -----------------------------------------------------------------------------------------

const utf8 = text => new TextEncoder().encode(text)

function join(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
const base64 = bytes => btoa(String.fromCharCode(...bytes))

/** Reads base64 that has one spelling only; nothing otherwise. */
function fromBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4) return undefined
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
  return base64(bytes) === text ? bytes : undefined
}

const fraction = value => ((value % 1) * 2 ** 32) | 0
const primes = [2]
for (let n = 3; primes.length < 64; n += 2) if (primes.every(prime => n % prime)) primes.push(n)
const roundConstants = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)))
const firstState = Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)))
const turn = (word, by) => (word >>> by) | (word << (32 - by))

/** Returns the SHA-256 of bytes (FIPS 180-4), written out so that this file needs nothing and can be read whole. */
export function sha256(bytes) {
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = Int32Array.from(firstState)
  for (let at = 0; at < padded.length; at += 64) mixBlock(state, view, at)
  const digest = new DataView(new ArrayBuffer(32))
  for (const [place, word] of state.entries()) digest.setInt32(place * 4, word)
  return new Uint8Array(digest.buffer)
}

const schedule = new Int32Array(64)

function mixBlock(state, view, at) {
  for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const [early, late] = [schedule[i - 15], schedule[i - 2]]
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    schedule[i] = (schedule[i - 16] + low + schedule[i - 7] + high) | 0
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const sumE = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + sumE + ((e & f) ^ (~e & g)) + roundConstants[i] + schedule[i]) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  const mixed = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i] + mixed[i]) | 0
}

/** Returns the one spelling of a value: sorted names, no spaces (RFC 8785 for texts and whole numbers). */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** Reads JSON in its one spelling; nothing otherwise. */
function readCanonical(text) {
  try {
    const value = JSON.parse(text)
    return canonical(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** Returns the salted hash that stands in the log for words. Without the salt nobody can guess the words from it. */
export const commitTo = (salt, text) => hex(sha256(join(utf8('ledger-commit/v1\0'), salt, utf8(text))))

// ---- The tree over all entries (RFC 6962) ---------------------------------------------------------------------

const nodeBytes = new Uint8Array(65)
nodeBytes[0] = 1

function nodeOf(left, right) {
  nodeBytes.set(left, 1)
  nodeBytes.set(right, 33)
  return sha256(nodeBytes)
}

function leafOf(bytes) {
  const marked = new Uint8Array(bytes.length + 1)
  marked.set(bytes, 1)
  return sha256(marked)
}

const rootOf = edge => (edge.length ? edge.reduceRight((right, left) => nodeOf(left, right)) : sha256(new Uint8Array()))

/** Returns the root after the first `size` leaves, for each size asked for. */
function rootsAt(leaves, sizes) {
  const wanted = new Set(sizes)
  const roots = new Map()
  const edge = []
  for (let size = 0; size <= leaves.length; size++) {
    if (wanted.has(size)) roots.set(size, base64(rootOf(edge)))
    if (size === leaves.length) break
    let carried = leaves[size]
    for (let n = size; n % 2; n = (n - 1) / 2) carried = nodeOf(edge.pop(), carried)
    edge.push(carried)
  }
  return roots
}

// ---- Signatures (C2SP: signed note, checkpoint, cosignature/v1) -----------------------------------------------

const [logKey, witnessKey] = [1, 4]

/** Reads a key as it is printed: name+id+base64. Nothing when the id is not that of the key. */
export function readKey(text) {
  const [, name, id, rest] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = rest && fromBase64(rest)
  if (bytes?.length !== 33) return undefined
  const right = hex(sha256(join(utf8(`${name}\n`), bytes)).subarray(0, 4))
  return right === id ? { name, id, type: bytes[0], bytes: bytes.subarray(1), text } : undefined
}

async function isSigned(key, text, signature) {
  try {
    const imported = await crypto.subtle.importKey('raw', key.bytes, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', imported, signature, utf8(text))
  } catch {
    return false
  }
}

/** Reads a signed note: its text and its signature lines. Nothing when it is not written exactly so. */
export function readNote(note) {
  const cut = note.lastIndexOf('\n\n')
  const lines = note.slice(cut + 2).split('\n')
  if (cut < 0 || lines.pop() !== '' || lines.length === 0) return undefined
  const signatures = lines.map(line => {
    const [, name, encoded] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? []
    const bytes = encoded && fromBase64(encoded)
    return bytes && bytes.length > 4 && { name, id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) }
  })
  return signatures.every(Boolean) ? { text: note.slice(0, cut + 1), signatures } : undefined
}

/** Checks one signature of a note. @returns the second at which a witness signed, 0 for a log, nothing when it is wrong */
export async function signedAt(key, text, bytes) {
  if (key.type === logKey) return bytes.length === 64 && (await isSigned(key, text, bytes)) ? 0 : undefined
  if (key.type !== witnessKey || bytes.length !== 72) return undefined
  const at = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
  return (await isSigned(key, `cosignature/v1\ntime ${at}\n${text}`, bytes.subarray(8))) ? at : undefined
}

/** Opens a checkpoint with the keys that count at its size; a line by any other key makes it wrong. */
async function openCheckpoint(note, name, keysAt) {
  const read = readNote(note)
  const [, origin, size, root] = /^(\S+)\n(0|[1-9]\d{0,14})\n(\S{44})\n$/.exec(read?.text ?? '') ?? []
  if (!root || origin !== name) return undefined
  const keys = keysAt(Number(size))
  const signers = new Map()
  for (const { name: signer, id, bytes } of read.signatures) {
    const key = keys.find(one => one.name === signer && one.id === id)
    const at = key && !signers.has(key.text) ? await signedAt(key, read.text, bytes) : undefined
    if (at === undefined) return { size: Number(size), root, broken: true }
    signers.set(key.text, at)
  }
  const broken = !keys.some(key => key.type === logKey && signers.has(key.text))
  const [witnessedAt] = [...signers.values()].filter(at => at > 0).sort((one, other) => one - other)
  return { size: Number(size), root, broken, witnessedAt }
}

/** The bytes that the old key signs when a new one takes over. */
export const rotationText = (name, seq, key) => `inspraak-ledger-key/v1\n${name}\n${seq}\n${key}\n`

// ---- The story that the entries tell --------------------------------------------------------------------------

/** Reads the entries one by one and remembers what later entries may refer to. */
async function readEntries(lines, problem) {
  const story = {
    ...{ entries: [], name: undefined, keys: [], witnesses: [], owes: undefined },
    ...{ known: new Set(), redacted: new Set(), groups: new Map() },
  }
  for (const [seq, line] of lines.entries()) {
    const entry = readCanonical(line)
    if (!entry) problem({ code: 'form', what: `log.jsonl (${seq})` })
    else if (!isEntry(entry)) problem({ code: 'type', seq })
    else {
      if (entry.seq !== seq || (seq === 0) !== (entry.type === 'log.opened')) problem({ code: 'place', seq })
      if (entry.day < story.entries.at(-1)?.day) problem({ code: 'dayBack', seq })
      if (!(await follows(story, entry, seq))) problem({ code: 'reference', seq, what: entry.type })
      story.entries[seq] = entry
      checkClosing(story, entry, problem)
    }
  }
  checkClosing(story, undefined, problem)
  return story
}

/** Returns whether an entry may stand here after those before it, and takes it into the story. */
async function follows(story, { type, data }, seq) {
  const { known, redacted, entries } = story
  const first = mark => !known.has(mark) && Boolean(known.add(mark))
  if (type === 'promise.made') return first(`promise ${data.id}`)
  if (type === 'promise.broken') known.add(`broken ${data.id}`)
  if (type.startsWith('promise.')) return known.has(`promise ${data.id}`)
  if (type === 'exam.answered') return first(`${type} ${data.question}`)
  if (type === 'round.opened') return first(`round ${data.round}`)
  if (type === 'self_check.handed_in') return first(`${type} ${data.round}`) && !known.has(`round.closed ${data.round}`)
  if (data.round && !(known.has(`round ${data.round}`) && first(`${type} ${data.round}`))) return false
  if (data.round) return followsCouncil(story, type, data)
  if (Object.hasOwn(groupRules, type)) return groupRules[type](data, entryReader(story), first, story)
  if (type === 'redaction') {
    const place = `${data.seq}.${data.key}`
    const isNew = !redacted.has(place) && Object.hasOwn(entries[data.seq]?.commit ?? {}, data.key)
    redacted.add(place)
    return isNew
  }
  return followsKeys(story, type, data, seq)
}

// ---- Working groups and gates: no balance below zero, no gate open with a missing key or an open veto ----------

/** Returns a way to remember things by name: what is asked for the first time begins as `start`. */
const entryReader =
  ({ groups }) =>
  (name, start) => {
    if (start && !groups.has(name)) groups.set(name, start)
    return groups.get(name)
  }

const transfers = {
  grant: 'pool>free',
  cut: 'free>pool',
  commitment: 'free>committed',
  release: 'committed>free',
  expense: 'committed>spent',
}
const vetoMoves = {
  answered: { by: 'management', from: ['raised'] },
  accepted: { by: 'management', from: ['raised', 'answered', 'escalated'] },
  persuaded: { by: 'group', from: ['answered', 'escalated'], vote: 'persuaded' },
  escalated: { by: 'group', from: ['raised', 'answered'], vote: 'escalate' },
  overridden: { by: 'director', from: ['answered', 'escalated'] },
}

/** Whether so many can have adopted it, by the rule that was announced. A veto needs no majority, but somebody who wants it. */
const mayAdopt = ({ subject, majority_pct }, { consent, object }) =>
  subject === 'veto' ? consent > 0 : consent * 100 > (consent + object) * majority_pct

/** Whether this group adopted a proposal about this subject. */
const isAdopted = (get, { proposal, subject, group }) => {
  const vote = get(`vote ${proposal}`)
  return vote?.outcome === 'adopted' && vote.subject === subject && vote.group === group
}
const stepOf = (get, { gate, version }) => get(`gate ${gate}`)?.steps[version - 1]

const isStanding = ({ state }) => !['persuaded', 'overridden'].includes(state)
/** A veto that still runs holds the steps beyond its own as well; one that was accepted is about its own step only. */
const reachesBeyond = ({ state }) => ['raised', 'answered', 'escalated'].includes(state)
const isVetoed = ({ steps }, step) =>
  step.vetoes.some(isStanding) || steps.some(one => one.target_pct <= step.target_pct && one.vetoes.some(reachesBeyond))

/** Whether nothing holds a step: found good, both keys turned, no veto. */
const mayBeOpen = (gate, step) =>
  step.good === true && step.keys.workgroup === true && step.keys.formal === true && !isVetoed(gate, step)

/**
 * A deed that holds the step a gate is open at closes that gate in the same breath: the entry right after it says so. Only
 * the key that a bad verdict turns back may stand between.
 */
function checkClosing(story, entry, problem) {
  const { owes, groups } = story
  const place = entry?.data.gate
  const isOwed = entry?.type === 'gate.moved' || (entry?.type === 'gate.key' && owes?.type === 'gate.judged')
  if (owes && !(isOwed && place === owes.gate)) {
    problem({ code: 'leftOpen', seq: owes.seq, what: owes.gate })
    groups.get(`gate ${owes.gate}`).open = undefined
  }
  const gate = groups.get(`gate ${place}`)
  const isHeld = gate?.open && !mayBeOpen(gate, gate.open)
  story.owes = isHeld ? { gate: place, seq: entry.seq, type: entry.type } : undefined
}

/** Whether an entry about a working group or a gate may stand here, after what was remembered before it. */
const groupRules = {
  'workgroup.mandated': ({ group, version, veto_promise }, get, _first, { known }) => {
    const mandated = get(`group ${group}`, { version: 0, no: 0 })
    mandated.vetoPromise = veto_promise
    return ++mandated.version === version && (!veto_promise || known.has(`promise ${veto_promise}`))
  },
  'draw.announced': ({ group }, get) => Boolean(get(`group ${group}`)),
  'draw.held': ({ group, announced }, _get, first, { entries }) => {
    const { type, data } = entries[announced] ?? {}
    return type === 'draw.announced' && data.group === group && first(`draw ${announced}`)
  },
  'budget.booked': (data, get, first) => isBooking(data, get, first),
  'hours.reported': ({ group }, get) => Boolean(get(`group ${group}`)),
  'vote.opened': ({ group, proposal, subject, majority_pct }, get, first) => {
    get(`vote ${proposal}`, { group, subject, majority_pct })
    return Boolean(get(`group ${group}`)) && first(`vote ${proposal}`)
  },
  'vote.closed': ({ proposal, outcome, ...count }, get, first) => {
    const vote = get(`vote ${proposal}`)
    if (!vote) return false
    vote.outcome ??= outcome
    return (outcome !== 'adopted' || mayAdopt(vote, count)) && first(`closed ${proposal}`)
  },
  'plan.presented': ({ group, proposal }, get) => {
    const vote = get(`vote ${proposal}`)
    if (vote) vote.isPresented = true
    return vote?.group === group
  },
  'plan.handed': ({ group, proposal }, get, first) =>
    get(`vote ${proposal}`)?.isPresented === true &&
    isAdopted(get, { proposal, subject: 'plan', group }) &&
    first(`handed ${proposal}`),
  'phase.entered': ({ use_case, phase }, get) => {
    const road = get(`case ${use_case}`, { entered: [] })
    return phases.split('|')[road.entered.length] === phase && road.entered.push(phase) > 0
  },
  'phase.shown': ({ use_case, phase }, get) => get(`case ${use_case}`)?.entered.at(-1) === phase,
  'gate.step': ({ gate, group, use_case, version, ...step }, get) => {
    const { steps, ...its } = get(`gate ${gate}`, { steps: [], group, use_case })
    // Steps are planned together and fixed in any order; each of them once, by the one group of the gate.
    const isNew = steps[version - 1] === undefined && version > 0 && its.group === group && its.use_case === use_case
    steps[version - 1] ??= { ...step, group, use_case, keys: {}, vetoes: [] }
    return isNew && Boolean(get(`group ${group}`) && get(`case ${use_case}`))
  },
  'gate.measured': (data, get) => stepOf(get, data)?.measuring_from <= data.from && data.from <= data.until,
  'gate.judged': ({ good, failed, proposal, ...place }, get, first) => {
    const step = stepOf(get, place)
    if (!step) return false
    Object.assign(step, { good, judgedBy: proposal })
    const isVerdict = isAdopted(get, { proposal, subject: 'verdict', group: step.group })
    return good === (failed.length === 0) && isVerdict && first(`judged by ${proposal}`)
  },
  'gate.key': ({ holder, turned, proposal, ...place }, get, first) => {
    const step = stepOf(get, place)
    if (!step) return false
    step.keys[holder] = turned
    if (holder === 'formal') return true
    // The group turns its key with the verdict that is good, and back with one that is not, or by a vote about the key.
    const isByVerdict = proposal !== undefined && step.judgedBy === proposal && step.good === turned
    const isByVote = !turned && isAdopted(get, { proposal, subject: 'key', group: step.group })
    return (isByVerdict || isByVote) && first(`key by ${proposal}`)
  },
  'gate.moved': ({ gate: id, pct, version }, get) => {
    const [gate, step] = [get(`gate ${id}`), stepOf(get, { gate: id, version })]
    if (!gate) return false
    gate.open = undefined
    if (pct === 0) return true
    const isInPhase = get(`case ${step?.use_case}`)?.entered.length > 1
    if (!isInPhase || pct !== step.target_pct || !mayBeOpen(gate, step)) return false
    gate.open = step
    return true
  },
  'veto.raised': ({ id, proposal, ...place }, get, first) => {
    const step = stepOf(get, place)
    step?.vetoes.push(get(`veto ${id}`, { state: 'raised', group: step.group }))
    const isDecided = isAdopted(get, { proposal, subject: 'veto', group: step?.group })
    return isDecided && first(`veto ${id}`) && first(`veto by ${proposal}`)
  },
  'veto.moved': ({ id, to, by, proposal }, get, first, { known }) => {
    const veto = get(`veto ${id}`)
    const promise = get(`group ${veto?.group}`)?.vetoPromise
    const mayMove = vetoMoves[to].by === by && vetoMoves[to].from.includes(veto?.state)
    if (!veto || !mayMove) return false
    veto.state = to
    // Who overrides a veto has broken the promise not to: the register says so before.
    if (to === 'overridden' && promise && !known.has(`broken ${promise}`)) return false
    const subject = vetoMoves[to].vote
    return !subject || (isAdopted(get, { proposal, subject, group: veto.group }) && first(`veto moved by ${proposal}`))
  },
}

/**
 * A booking moves an amount from one account to another; a correction undoes one booking once. Only the group commits, each
 * decision once and by a vote; what is paid or let go is never more than what is left of its decision.
 */
function isBooking({ group, no, kind, cents, from, to, corrects, proposal }, get, first) {
  const known = get(`group ${group}`)
  const bookings = get(`bookings ${group}`, new Map())
  const accountsOf = get(`accounts ${group}`, { pool: Number.MAX_SAFE_INTEGER, free: 0, committed: 0, spent: 0 })
  const decision = get(`decision ${group} ${proposal}`, { left: 0 })
  const undone = bookings.get(corrects)
  const isCorrection = undone && !undone.isUndone && undone.what === `${cents} ${to}>${from} ${proposal}`
  const isRight = kind === 'correction' ? Boolean(isCorrection) : transfers[kind] === `${from}>${to}` && !corrects
  if (!known || ++known.no !== no || cents === 0 || !isRight || accountsOf[from] < cents) return false
  if (from === 'committed' && decision.left < cents) return false
  const isAgreed = kind !== 'commitment' || isAdopted(get, { proposal, subject: 'expense', group })
  if (!isAgreed || (kind === 'commitment' && !first(`committed by ${proposal}`))) return false
  accountsOf[from] -= cents
  accountsOf[to] += cents
  if (from === 'committed') decision.left -= cents
  if (to === 'committed') decision.left += cents
  if (undone) undone.isUndone = true
  bookings.set(no, { what: `${cents} ${from}>${to} ${proposal}`, isUndone: kind === 'correction' })
  return true
}

/** A key that the works council holds is the one the round was opened under, and signs its count over all its ballots. */
async function followsCouncil({ entries }, type, data) {
  const said = kind => entries.find(entry => entry?.type === kind && entry.data.round === data.round)?.data
  const key = readKey(data.key ?? said('box_key.held')?.key ?? '')
  if (type === 'box_key.held') return key?.type === logKey && said('round.opened')?.box_key === data.box_key
  const text = `inspraak-council-count/v1\n${data.round}\n${data.results}\n${data.receipts}\n`
  if (type === 'results.published' && key) return said('tally.submitted')?.receipts === data.receipts
  if (type !== 'tally.submitted') return true
  return key !== undefined && isSigned(key, text, fromBase64(data.signature) ?? new Uint8Array())
}

async function followsKeys(story, type, data, seq) {
  const { keys, witnesses } = story
  const key = data.key && readKey(data.key)
  if (type === 'log.opened') {
    story.name = data.name
    if (key) keys.push({ ...key, from: seq })
    return key?.name === data.name && key.type === logKey
  }
  if (type === 'key.rotated') {
    const old = keys.at(-1)
    if (!old || key?.name !== story.name || key.type !== logKey) return false
    keys.push({ ...key, from: seq })
    return isSigned(old, rotationText(story.name, seq, data.key), fromBase64(data.signature) ?? new Uint8Array())
  }
  const present = witnesses.find(one => one.name === data.name && one.until === undefined)
  if (type === 'witness.removed' && present) present.until = seq
  if (type !== 'witness.added') return type !== 'witness.removed' || Boolean(present)
  if (key) witnesses.push({ ...key, from: seq })
  return !present && key?.name === data.name && key.type === witnessKey
}

/** Returns the keys that may sign a checkpoint over the first `size` entries. */
const keysAtIn = story => size => [
  ...story.keys.filter(key => key.from < size).slice(-1),
  ...story.witnesses.filter(key => key.from < size && !(key.until < size)),
]

/** What management says of itself becomes public with the result of its round, not before. */
const isSealed = ({ known }, { type, data }) =>
  type === 'self_check.handed_in' && !known.has(`results.published ${data.round}`)

/** Compares the words outside the log with the hashes inside it. */
function checkWords(story, openings, problem) {
  if (!isObject(openings)) return problem({ code: 'form', what: 'openings.json' })
  const left = new Map(Object.entries(openings))
  for (const [seq, entry] of story.entries.entries()) {
    for (const [what, hash] of Object.entries(entry?.commit ?? {})) {
      const place = `${seq}.${what}`
      const opening = left.get(place)
      const isRedacted = story.redacted.has(place)
      if (!opening && !isRedacted && !isSealed(story, entry)) problem({ code: 'textGone', seq, what })
      if (!opening || isRedacted) continue
      left.delete(place)
      const isRight = isObject(opening) && isCommitment(opening.salt) && typeof opening.text === 'string'
      const salt = isRight && Uint8Array.from(opening.salt.match(/../g), pair => Number.parseInt(pair, 16))
      const isWhole = isRight && Object.keys(opening).length === 2
      if (!isWhole || commitTo(salt, opening.text) !== hash) problem({ code: 'textChanged', seq, what })
    }
  }
  for (const what of left.keys()) problem({ code: 'textStray', what })
}

// ---- Time: what witnesses saw, and when -----------------------------------------------------------------------

const day = 86_400
const startOf = text => Date.parse(`${text}T00:00:00Z`) / 1000
/** A day begins at another moment elsewhere in the world. */
const slack = day
/** A witness signs at least this often; an entry seen later than this after its day counts as back-dated. */
const longestWait = 8 * day

/** Compares the day of each entry with when witnesses signed. @returns how many were seen, and from which on in time */
function checkDays({ entries, witnesses }, opened, now, problem) {
  const begin = witnesses[0]?.from ?? Number.POSITIVE_INFINITY
  let seen = 0
  let earlier = Number.NEGATIVE_INFINITY
  for (const { size, witnessedAt } of opened.filter(one => one.witnessedAt && !one.broken)) {
    for (const { seq, day: its } of entries.slice(seen, size).filter(entry => entry && entry.seq >= begin)) {
      const at = startOf(its)
      const late = at + day + slack < earlier || witnessedAt - at > longestWait + slack
      if (late) problem({ code: 'backdated', seq, day: its })
      if (at > witnessedAt + slack) problem({ code: 'ahead', seq, day: its })
    }
    seen = size
    earlier = witnessedAt
  }
  const waiting = entries.slice(seen).find(entry => entry && entry.seq >= begin)
  if (waiting && now - startOf(waiting.day) > longestWait + slack)
    problem({ code: 'unwitnessed', seq: waiting.seq, day: waiting.day })
  return { covered: seen, daysFrom: begin }
}

// ---- The whole check ------------------------------------------------------------------------------------------

function readLines(text, problem) {
  const lines = text.split('\n')
  if (lines.pop() !== '') problem({ code: 'form', what: 'log.jsonl' })
  return lines
}

const asListed = ({ name, text: key, from, until }) => ({ name, key, from, ...(until === undefined ? {} : { until }) })

async function readCheckpoints({ checkpoint, witnesses }, story, problem) {
  const read = readCanonical(witnesses)
  const registered = story.witnesses.map(asListed)
  const isRight =
    isObject(read) &&
    Object.keys(read).join() === 'checkpoints,v,witnesses' &&
    Array.isArray(read.checkpoints) &&
    canonical(read.witnesses) === canonical(registered)
  if (!isRight) problem({ code: 'form', what: 'witnesses.json' })
  const notes = isRight ? [...read.checkpoints, checkpoint] : [checkpoint]
  const opened = []
  for (const [at, note] of notes.entries()) {
    const what = at === notes.length - 1 ? 'checkpoint' : 'witnesses.json'
    const found = typeof note === 'string' ? await openCheckpoint(note, story.name, keysAtIn(story)) : undefined
    if (!found || (opened.length && found.size < opened.at(-1).size)) problem({ code: 'form', what })
    else opened.push(found)
  }
  return { opened, latest: opened.at(-1) }
}

/**
 * Checks a ledger.
 *
 * @param {{ log: string, checkpoint: string, openings?: string, witnesses: string, leaves?: string }} files as they were served
 * @param {{ remembered?: { name: string, size: number, root: string }, now?: number }} known what was seen before; the second it is
 */
export async function verify(files, { remembered, now = 0 } = {}) {
  const problems = []
  const problem = said => void problems.push(said)
  const lines = readLines(files.log, problem)
  const story = await readEntries(lines, problem)
  const hasWords = files.openings !== undefined
  if (hasWords) checkWords(story, readCanonical(files.openings), problem)
  const { opened, latest } = await readCheckpoints(files, story, problem)
  const leaves = lines.map(line => leafOf(utf8(line)))
  const roots = rootsAt(leaves, [...opened.map(({ size }) => size), remembered?.size ?? 0, lines.length])
  for (const { size, root, broken } of opened) {
    if (broken) problem({ code: 'signature', size })
    if (size <= lines.length && roots.get(size) !== root) problem({ code: 'root', size })
    if (size > lines.length) problem({ code: 'size', size, count: lines.length })
  }
  if (files.leaves && problems.some(({ code }) => code === 'root')) nameChanged(files.leaves, leaves, opened, problem)
  if (latest && latest.size < lines.length) problem({ code: 'size', size: latest.size, count: lines.length })
  if (remembered) compare(remembered, { name: story.name, count: lines.length, roots }, problem)
  const days = checkDays(story, opened, now, problem)
  const [size, root] = [lines.length, roots.get(lines.length)]
  return { problems, name: story.name, size, root, ...days, hasWords, key: story.keys.at(-1)?.text }
}

/** Names the entries that were changed, where the hashes they had when they were signed are still there. */
function nameChanged(text, leaves, opened, problem) {
  const signed = text.split('\n').slice(0, -1).map(fromBase64)
  if (signed.some(leaf => leaf?.length !== 32)) return
  const sizes = opened.map(({ size }) => size)
  const roots = rootsAt(signed, sizes)
  const whole = Math.max(
    0,
    ...opened.filter(({ size, root, broken }) => !broken && roots.get(size) === root).map(({ size }) => size),
  )
  for (let seq = 0; seq < Math.min(whole, leaves.length); seq++)
    if (base64(signed[seq]) !== base64(leaves[seq])) problem({ code: 'changed', seq })
}

function compare({ name: kept, size, root }, { name, count, roots }, problem) {
  if (kept !== name) problem({ code: 'otherLog', what: kept })
  else if (size > count) problem({ code: 'fewer', size, count })
  else if (roots.get(size) !== root) problem({ code: 'rewritten', size })
}

// ---- The command ----------------------------------------------------------------------------------------------

const fileNames = { checkpoint: 'checkpoint', log: 'log.jsonl', openings: 'openings.json', witnesses: 'witnesses.json' }
/** Not needed to find that something is wrong, only to say which entry. */
const leavesName = 'leaves.txt'
const decode = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

/** Reads the files. Where only who is signed in may read the words, the rest can be checked without. */
async function readAll(read) {
  const files = {}
  for (const [part, name] of Object.entries(fileNames))
    files[part] = await read(name).catch(fault => {
      if (part !== 'openings' || !['ENOENT', 403, 404].includes(fault.code)) throw fault
    })
  return files
}

async function readFolder(folder) {
  const { readFile } = await import('node:fs/promises')
  const read = async name => decode(await readFile(`${folder}/${name}`))
  return { ...(await readAll(read)), leaves: await readFile(`${folder}/${leavesName}`, 'utf8').catch(() => undefined) }
}

/** Reads a ledger over the network; once more when it grew meanwhile. */
export async function readAddress(address, tries = 5) {
  const base = address.replace(/\/+$/, '').replace(/(\/ledger)?$/, '/ledger')
  const get = async name => {
    const answer = await fetch(`${base}/${name}`)
    if (!answer.ok) throw Object.assign(new Error(`${base}/${name}: ${answer.status}`), { code: answer.status })
    return decode(await answer.arrayBuffer())
  }
  const files = await readAll(get)
  files.leaves = await get(leavesName).catch(() => undefined)
  const grew = (await get('checkpoint')) !== files.checkpoint
  return grew && tries > 1 ? readAddress(address, tries - 1) : files
}

function readArguments({ argv, env }) {
  const given = argv.slice(2)
  const take = name => (given.includes(name) ? given.splice(given.indexOf(name), 2)[1] : undefined)
  const wish = take('--lang') ?? (env.LC_ALL || env.LANG || '').slice(0, 2)
  return { language: Object.hasOwn(words, wish) ? wish : 'nl', memory: take('--witness'), place: given[0] }
}

export async function remember(path, fs) {
  const kept = await fs.readFile(path, 'utf8').catch(fault => {
    if (fault.code !== 'ENOENT') throw fault
  })
  return kept && JSON.parse(kept)
}

/** Tells the outcome of a check. @returns the lines to print */
export function report(language, { problems, name, size, root, covered, daysFrom, hasWords }) {
  const tell = said => say(language, said)
  const left = hasWords ? [] : [tell({ code: 'wordless' })]
  if (problems.length) return [tell({ code: 'notSound' }), ...problems.map(said => `  - ${tell(said)}`), ...left]
  const lines = [tell({ code: 'sound', size, name }), tell({ code: 'fingerprint', root }), ...left]
  if (covered === 0) return [...lines, tell({ code: 'noWitness' })]
  const seen = ['witnessed', 'witnessedDays'].map(code => tell({ code, first: daysFrom, last: covered - 1 }))
  return [...lines, ...seen, ...(covered < size ? [tell({ code: 'waiting', count: size - covered })] : [])]
}

async function command(process) {
  const fs = await import('node:fs/promises')
  const { language, memory, place } = readArguments(process)
  const print = line => process.stdout.write(`${line}\n`)
  process.stdout.on('error', () => {}) // Whoever reads only the first lines (`| head`) has seen enough.
  try {
    if (!place) throw new Error(say(language, { code: 'usage' }))
    const files = await (/^https?:\/\//.test(place) ? readAddress(place) : readFolder(place))
    const remembered = memory && (await remember(memory, fs))
    const found = await verify(files, { remembered, now: Date.now() / 1000 })
    for (const line of report(language, found)) print(line)
    const { name, size, root, problems } = found
    if (memory && !problems.length) await fs.writeFile(memory, `${JSON.stringify({ name, size, root })}\n`)
    return problems.length ? 1 : 0
  } catch (fault) {
    print(say(language, { code: 'cannotRead', what: fault.cause?.message ?? fault.message }))
    return 2
  }
}

const { process } = globalThis
if (process?.argv?.[1]) {
  const { realpathSync } = await import('node:fs')
  const { pathToFileURL } = await import('node:url')
  const isMe = import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href
  // Node 20 calls these signatures experimental on every run; that sentence helps nobody here.
  if (isMe) process.removeAllListeners('warning')
  if (isMe) process.exitCode = await command(process)
}
