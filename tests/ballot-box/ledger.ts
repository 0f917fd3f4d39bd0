// The ledger that a phone is shown belongs to the public attack suite; tests use the same.
export * from '../../scripts/attack/stage/round-ledger'
