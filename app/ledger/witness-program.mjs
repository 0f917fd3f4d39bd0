#!/usr/bin/env node
// Signs along with a ledger of Inspraak, for a witness who does not use its pages. Keep it beside verify.mjs.
//
//   node witness.mjs key <file> --name or.example.nl/anna       makes a key; only the public half leaves your computer
//   node witness.mjs cosign <address> --key <file> --memory <file> [--although-late] [--lang nl|en|fr]
//
// The key file is encrypted with a passphrase: asked for, or taken from INSPRAAK_PASSPHRASE. Pages use the same file.
// Exit 0: done. 1: not sound, so not signed. 2: could not be done. Node 20 or newer; browsers run the same code.

import { readAddress, readKey, readNote, remember, report, sha256, verify } from './verify.mjs'

// ---- Words ----------------------------------------------------------------------------------------------------

const words = {
  nl: {
    usage:
      'Gebruik: node witness.mjs key <bestand> --name <naam>, of: cosign <adres> --key <bestand> --memory <bestand>',
    passphrase: 'Wachtzin: ',
    again: 'Nog een keer: ',
    notTheSame: 'De twee wachtzinnen zijn niet gelijk.',
    tooShort: 'Een wachtzin heeft minstens {count} tekens.',
    badName: 'Een naam is één woord zonder plusteken, zoals or.example.nl/anna.',
    made: 'De sleutel staat in {what}. Bewaar hem goed: een kwijtgeraakt bestand of wachtzin kan niemand herstellen.',
    send: 'Geef deze openbare sleutel aan de ondernemingsraad:',
    fingerprint: 'Vingerafdruk: {what}',
    notAKey: '{what} is geen sleutelbestand.',
    wrong: 'De wachtzin past niet bij dit bestand, of het bestand is veranderd.',
    late: 'Te laat meegetekend laat een blijvend merkteken na. Tekenen kan nog, met --although-late.',
    refused: 'Niet getekend.',
    signed: 'Meegetekend tot en met regel {what}.',
    notKept: 'De handtekening is niet aangenomen: {what}',
    failed: 'Het lukte niet: {what}',
  },
  en: {
    usage: 'Usage: node witness.mjs key <file> --name <name>, or: cosign <address> --key <file> --memory <file>',
    passphrase: 'Passphrase: ',
    again: 'Once more: ',
    notTheSame: 'The two passphrases are not the same.',
    tooShort: 'A passphrase has at least {count} characters.',
    badName: 'A name is one word without a plus sign, such as or.example.nl/anna.',
    made: 'The key is in {what}. Keep it well: nobody can restore a lost file or passphrase.',
    send: 'Give this public key to the works council:',
    fingerprint: 'Fingerprint: {what}',
    notAKey: '{what} is not a key file.',
    wrong: 'The passphrase does not fit this file, or the file was changed.',
    late: 'Signing late leaves a lasting mark. You can still sign, with --although-late.',
    refused: 'Not signed.',
    signed: 'Signed up to and including entry {what}.',
    notKept: 'The signature was not taken: {what}',
    failed: 'It did not work: {what}',
  },
  fr: {
    usage:
      'Usage : node witness.mjs key <fichier> --name <nom>, ou : cosign <adresse> --key <fichier> --memory <fichier>',
    passphrase: 'Phrase secrète : ',
    again: 'Encore une fois : ',
    notTheSame: 'Les deux phrases secrètes ne sont pas identiques.',
    tooShort: 'Une phrase secrète compte au moins {count} caractères.',
    badName: 'Un nom est un seul mot sans signe plus, comme or.example.nl/anna.',
    made: 'La clé est dans {what}. Gardez-la bien : personne ne peut retrouver un fichier ou une phrase perdus.',
    send: 'Donnez cette clé publique au conseil d’entreprise :',
    fingerprint: 'Empreinte : {what}',
    notAKey: '{what} n’est pas un fichier de clé.',
    wrong: 'La phrase secrète ne va pas avec ce fichier, ou le fichier a été modifié.',
    late: 'Signer en retard laisse une marque durable. Vous pouvez encore signer, avec --although-late.',
    refused: 'Pas signé.',
    signed: 'Signé jusqu’à la ligne {what} incluse.',
    notKept: 'La signature n’a pas été acceptée : {what}',
    failed: 'Cela n’a pas marché : {what}',
  },
}

// ---- Keys -----------------------------------------------------------------------------------------------------

/** Characters of a passphrase. Whoever finds the file may guess for as long as they like. */
export const shortestPassphrase = 12

/** Rounds of PBKDF2-HMAC-SHA-256 between a passphrase and a key. @source OWASP Password Storage Cheat Sheet, "PBKDF2" */
const stretching = 600_000
/** Above this a doctored file would only keep a computer busy. */
const mostStretching = 20 * stretching
const mark = 'inspraak-witness-key/v1'
const witnessKey = 4

const utf8 = text => new TextEncoder().encode(text)
const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
const base64 = bytes => btoa(String.fromCharCode(...bytes))
const fromBase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
const random = count => crypto.getRandomValues(new Uint8Array(count))

/** Returns whether a name can stand in the ledger: one word without a plus sign. */
export const isName = name => /^[^\s+]{1,120}$/.test(name)

/** Returns what people compare to know that two keys are the same: 128 bits in groups of four. */
export const fingerprintOf = key =>
  hex(sha256(utf8(key)).subarray(0, 16))
    .match(/.{4}/g)
    .join(' ')

function printed(name, bytes) {
  const marked = Uint8Array.of(witnessKey, ...bytes)
  const id = hex(sha256(Uint8Array.of(...utf8(`${name}\n`), ...marked)).subarray(0, 4))
  return `${name}+${id}+${base64(marked)}`
}

async function lockOf(passphrase, salt, iterations) {
  const typed = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Makes a key. @returns the public half as it is printed, and the text of the encrypted file that holds both halves */
export async function makeKey(name, passphrase) {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const key = printed(name, new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  const [salt, iv] = [random(16), random(12)]
  const lock = await lockOf(passphrase, salt, stretching)
  const half = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const bound = { name: 'AES-GCM', iv, additionalData: utf8(`${mark}\n${key}`) }
  const secret = base64(new Uint8Array(await crypto.subtle.encrypt(bound, lock, half)))
  half.fill(0)
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations: stretching, salt: base64(salt) }
  const file = { format: mark, key, kdf, cipher: { name: 'AES-GCM', iv: base64(iv) }, secret }
  return { key, file: `${JSON.stringify(file, null, 2)}\n` }
}

/** Reads a key file without opening it; nothing when it is another kind of file. */
export function readKeyFile(text) {
  try {
    const { format, key, kdf, cipher, secret } = JSON.parse(text)
    const rounds = kdf.iterations
    const isRight =
      format === mark && rounds >= stretching && rounds <= mostStretching && readKey(key)?.type === witnessKey
    return isRight
      ? { key, rounds, salt: fromBase64(kdf.salt), iv: fromBase64(cipher.iv), secret: fromBase64(secret) }
      : undefined
  } catch {
    return undefined
  }
}

/** Opens a key file. @returns the key, which cannot be taken out of memory again; nothing for a wrong passphrase or a changed file */
export async function openKey({ key, rounds, salt, iv, secret }, passphrase) {
  const bound = { name: 'AES-GCM', iv, additionalData: utf8(`${mark}\n${key}`) }
  try {
    const half = new Uint8Array(await crypto.subtle.decrypt(bound, await lockOf(passphrase, salt, rounds), secret))
    const signer = await crypto.subtle.importKey('pkcs8', half, 'Ed25519', false, ['sign'])
    half.fill(0)
    return { key, signer }
  } catch {
    return undefined
  }
}

// ---- Signing --------------------------------------------------------------------------------------------------

/** Lateness is a mark that stays and that everybody sees; refusing to sign because of it would stop the witnessing for good. */
const lateness = ['unwitnessed', 'backdated', 'ahead']

/** Decides whether a witness may sign what was found: `sound`, `late` (after reading why), or `never`. */
export function mayBeSigned({ problems }) {
  if (problems.length === 0) return 'sound'
  return problems.every(({ code }) => lateness.includes(code)) ? 'late' : 'never'
}

/** Signs a checkpoint that was checked. @returns what is sent to the ledger */
export async function cosign(checkpoint, { key, signer }, seconds) {
  const { text } = readNote(checkpoint)
  const { name, id } = readKey(key)
  const said = utf8(`cosignature/v1\ntime ${seconds}\n${text}`)
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', signer, said))
  const line = new Uint8Array(4 + 8 + 64)
  line.set(id.match(/../g).map(pair => Number.parseInt(pair, 16)))
  new DataView(line.buffer).setBigUint64(4, BigInt(seconds))
  line.set(signature, 12)
  return { size: Number(text.split('\n')[1]), line: `\u2014 ${name} ${base64(line)}\n` }
}

// ---- The command ----------------------------------------------------------------------------------------------

const say = (language, code, value = {}) =>
  words[language][code].replace(/\{(\w+)\}/g, (_, name) => String(value[name]))

class Told extends Error {}

function readArguments({ argv, env }) {
  const given = argv.slice(2)
  const take = name => (given.includes(name) ? given.splice(given.indexOf(name), 2)[1] : undefined)
  const wish = take('--lang') ?? (env.LC_ALL || env.LANG || '').slice(0, 2)
  const [name, key, memory] = ['--name', '--key', '--memory'].map(take)
  const late = given.includes('--although-late')
  const [deed, place] = given.filter(word => word !== '--although-late')
  return { language: Object.hasOwn(words, wish) ? wish : 'nl', name, key, memory, late, deed, place }
}

/** Asks for a passphrase without showing it. */
async function askHidden(process, question) {
  if (process.env.INSPRAAK_PASSPHRASE) return process.env.INSPRAAK_PASSPHRASE
  const { createInterface } = await import('node:readline')
  const { Writable } = await import('node:stream')
  process.stdout.write(question)
  const silent = new Writable({ write: (_part, _code, done) => done() })
  const asked = createInterface({ input: process.stdin, output: silent, terminal: Boolean(process.stdin.isTTY) })
  const typed = await new Promise(resolve => {
    asked.once('line', resolve)
    asked.once('close', () => resolve(''))
  })
  asked.close()
  process.stdout.write('\n')
  return typed
}

async function keyCommand({ name, place }, { process, tell, fs, print }) {
  if (!isName(name)) throw new Told(tell('badName'))
  const passphrase = await askHidden(process, tell('passphrase'))
  if (passphrase.length < shortestPassphrase) throw new Told(tell('tooShort', { count: shortestPassphrase }))
  if ((await askHidden(process, tell('again'))) !== passphrase) throw new Told(tell('notTheSame'))
  const { key, file } = await makeKey(name, passphrase)
  await fs.writeFile(place, file, { mode: 0o600, flag: 'wx' })
  for (const line of [tell('made', { what: place }), tell('send'), key]) print(line)
  print(tell('fingerprint', { what: fingerprintOf(key) }))
  return 0
}

async function cosignCommand({ place, key, memory, late, language }, { process, tell, fs, print }) {
  const keyFile = readKeyFile(await fs.readFile(key, 'utf8'))
  if (!keyFile) throw new Told(tell('notAKey', { what: key }))
  const files = await readAddress(place)
  const found = await verify(files, { remembered: await remember(memory, fs), now: Date.now() / 1000 })
  for (const line of report(language, found)) print(line)
  const verdict = mayBeSigned(found)
  if (verdict === 'never') print(tell('refused'))
  if (verdict === 'late' && !late) print(tell('late'))
  if (verdict === 'never' || (verdict === 'late' && !late)) return 1
  const opened = await openKey(keyFile, await askHidden(process, tell('passphrase')))
  if (!opened) throw new Told(tell('wrong'))
  const { name, size, root } = found
  await fs.writeFile(memory, `${JSON.stringify({ name, size, root })}\n`)
  await send(place, language, await cosign(files.checkpoint, opened, Math.floor(Date.now() / 1000)))
  print(tell('signed', { what: size - 1 }))
  return 0
}

async function send(place, language, cosignature) {
  const address = `${place.replace(/\/+$/, '').replace(/(\/ledger)?$/, '/ledger')}/cosignatures`
  const headers = { 'content-type': 'application/json', 'accept-language': language }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(cosignature) })
  if (answer.ok) return
  const { error } = await answer.json().catch(() => ({}))
  throw new Told(say(language, 'notKept', { what: error?.message ?? answer.status }))
}

async function command(process) {
  const given = readArguments(process)
  const tell = (code, value) => say(given.language, code, value)
  const print = line => process.stdout.write(`${line}\n`)
  try {
    const { deed, place, name, key, memory } = given
    const fs = await import('node:fs/promises')
    if (deed === 'key' && place && name) return await keyCommand(given, { process, tell, fs, print })
    if (deed === 'cosign' && place && key && memory) return await cosignCommand(given, { process, tell, fs, print })
    throw new Told(tell('usage'))
  } catch (fault) {
    print(fault instanceof Told ? fault.message : tell('failed', { what: fault.cause?.message ?? fault.message }))
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
