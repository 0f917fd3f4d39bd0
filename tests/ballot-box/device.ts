// The device that is lied to belongs to the public attack suite; tests use the same.
export * from '../../scripts/attack/stage/device'
