import type { SeenLedger } from '~/ledger/round-proof'

/** A token on this device: asked for, drawn, or given up. Binary values are bytes; `drawnAt` is the moment of the last request. */
export type TokenRecord = {
  round: string
  unit: string
  /** Whose it is among those who share this browser; it goes with the token when the ballot is sent. */
  holder: string
  manifestSha256: string
  state: 'requested' | 'drawn' | 'refused' | 'elsewhere'
  /** What all its chance came from: code words carry it to another device. */
  seed?: Uint8Array<ArrayBuffer>
  input: Uint8Array<ArrayBuffer>
  inverse?: Uint8Array<ArrayBuffer>
  blinded?: Uint8Array<ArrayBuffer>
  signature?: Uint8Array<ArrayBuffer>
  drawnAt: Date
}

/** What is left after sending: it finds the ballot in the public list and tells nothing else. */
export type Receipt = { round: string; receipt: string }

export type TokenStore = {
  /** Returns the token of a round. */
  get(round: string): Promise<TokenRecord | undefined>
  /** Keeps a token unless the round has one, and returns the one kept, so two tabs never ask for two; nothing once spent. */
  keepFirst(record: TokenRecord): Promise<TokenRecord | undefined>
  /** Changes the token of a round; does nothing when it was spent meanwhile. */
  put(record: TokenRecord): Promise<void>
  /** Removes the token of a round. */
  delete(round: string): Promise<void>
  /** Returns the receipt of a round. */
  receipt(round: string): Promise<Receipt | undefined>
  /** Keeps the receipt and removes the token in one step, so that neither is ever missing. */
  spend(receipt: Receipt): Promise<void>
  /** Returns how the ledger stood when this device last looked. */
  seenLedger(): Promise<SeenLedger | undefined>
  /** Keeps how the ledger stands, so that a later look can be held against it; it says nothing about anyone. */
  rememberLedger(seen: SeenLedger): Promise<void>
}

/** Thrown when this browser cannot keep a token: private windows and strict settings forbid it. */
export class StorageUnavailable extends Error {}

const tokens = 'tokens'
const receipts = 'receipts'
const ledgers = 'ledgers'
const places = [tokens, receipts, ledgers]
/** There is one ledger here; another one in its place is what this device must notice. */
const theLedger = 'here'

/**
 * Opens the place on this device where tokens and receipts are kept.
 *
 * @throws StorageUnavailable when the browser has none or forbids it
 */
export async function openTokenStore(name = 'inspraak'): Promise<TokenStore> {
  const database = await openDatabase(name)
  return {
    get: round => read(database, tokens, round),
    receipt: round => read(database, receipts, round),
    put: record => write(database, store => whenKept(store, record.round, () => store(tokens).put(record))),
    delete: round => write(database, store => store(tokens).delete(round)),
    keepFirst: async record => {
      await write(database, store => whenMissing(store, record.round, () => store(tokens).put(record)))
      return read(database, tokens, record.round)
    },
    spend: receipt =>
      write(database, store => {
        store(receipts).put(receipt)
        store(tokens).delete(receipt.round)
      }),
    seenLedger: () => read(database, ledgers, theLedger),
    rememberLedger: seen => write(database, store => store(ledgers).put({ ...seen, round: theLedger })),
  }
}

type Stores = (name: string) => IDBObjectStore

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const unavailable = () => reject(new StorageUnavailable('storageUnavailable'))
    try {
      const request = indexedDB.open(name, 2)
      request.onupgradeneeded = () => {
        for (const place of places)
          if (!request.result.objectStoreNames.contains(place))
            request.result.createObjectStore(place, { keyPath: 'round' })
      }
      request.onsuccess = () => {
        // A newer page in another tab may need other places; this one makes way.
        request.result.onversionchange = () => request.result.close()
        resolve(request.result)
      }
      request.onerror = unavailable
      request.onblocked = unavailable
    } catch {
      unavailable()
    }
  })
}

function read<T>(database: IDBDatabase, name: string, round: string): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(name).objectStore(name).get(round)
    request.onsuccess = () => resolve(request.result as T | undefined)
    request.onerror = () => reject(new StorageUnavailable('storageUnavailable'))
  })
}

/** Resolves only once the change is on the device's disk: a token that was asked for must survive a flat battery. */
function write(database: IDBDatabase, work: (store: Stores) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(places, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new StorageUnavailable('storageUnavailable'))
    transaction.onerror = () => reject(new StorageUnavailable('storageUnavailable'))
    work(name => transaction.objectStore(name))
  })
}

function whenKept(store: Stores, round: string, act: () => void) {
  const request = store(tokens).getKey(round)
  request.onsuccess = () => request.result !== undefined && act()
}

function whenMissing(store: Stores, round: string, act: () => void) {
  const [token, receipt] = [store(tokens).getKey(round), store(receipts).getKey(round)]
  receipt.onsuccess = () => token.result === undefined && receipt.result === undefined && act()
}
