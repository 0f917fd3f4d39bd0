export * from './people'
export * from './pulses'
