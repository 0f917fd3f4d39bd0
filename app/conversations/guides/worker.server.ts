import source from './offline-worker.mjs?raw'

/** The program by which a browser shows the cards without internet: the very file that the tests of this house run. */
export const offlineWorker = source
