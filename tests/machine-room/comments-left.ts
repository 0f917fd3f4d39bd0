import { closeDatabase, db, publishedComments } from '#db'

// Says which comments a restored house still has.
const rows = await db.select({ body: publishedComments.body }).from(publishedComments)
process.stdout.write(`OUTCOME ${JSON.stringify(rows.map(({ body }) => body).sort())}\n`)
await closeDatabase()
