// Signs one person in: `reader.ts`, in the data folder of its settings. Tells the cookie.
import { closeDatabase, db, persons } from '#db'
import { signIn } from './staff'

const [person] = await db.select({ id: persons.id }).from(persons).limit(1)
const [cookie] = await signIn([person!.id])
await closeDatabase()
process.send!({ cookie })
process.disconnect()
