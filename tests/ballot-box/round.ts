import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

// Rounds and devices on paper belong to the public attack suite; tests use the same.
export { memoryStore } from '../../scripts/attack/stage/device'
export * from '../../scripts/attack/stage/paper-round'

/** Makes an empty folder that goes when the test file ends (`tests/house.ts`). */
export const freshFolder = () => mkdtempSync(join(process.env.DATA_DIR!, 'box-'))
