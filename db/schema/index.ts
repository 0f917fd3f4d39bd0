export * from './ledger'
export * from './people'
export * from './promises'
export * from './pulses'
