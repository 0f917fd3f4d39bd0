export * from './ledger'
export * from './people'
export * from './pulses'
