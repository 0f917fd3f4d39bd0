// The ledger on paper belongs to the public attack suite; tests use the same.
export * from '../../scripts/attack/stage/honest-log'
export * from '../../scripts/attack/stage/paper-log'
