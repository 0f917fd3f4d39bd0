// Who may do what with conversations: the table of conversations.md, written out for every role and every door.
//
// `yes` is done or shown; `no` is a page of one's own that holds nothing of it; `in` is sent to sign in; the rest is how
// the door answers. Who leads the team after the first lead left is the successor.

export const columns = [
  ...(['employee', 'lead', 'otherLead', 'hr', 'worksCouncil', 'executive', 'platformAdmin'] as const),
  ...(['projectLead', 'workgroupMember', 'stranger', 'successor', 'leftLead'] as const),
]
export type Column = (typeof columns)[number]

// What is done, to which thing, through which door, and what comes of it for each column.
const table = `
what is done                          | thing       | deed           | emp led oth hr  wc  exe adm prj wgm str suc lft
invite the employee                   | nothing     | invite         | 409 yes 409 409 409 409 409 409 409 in  yes in
see that an invitation exists         | invited     | talkPage       | yes yes 404 404 404 404 404 404 404 in  404 in
find it in the own list               | invited     | talkList       | yes yes no  no  no  no  no  no  no  in  no  in
say no to it                          | invited     | decline        | yes 409 404 404 404 404 404 404 404 in  404 in
accept it                             | invited     | plan           | yes 409 404 404 404 404 404 404 404 in  404 in
put a talk in a calendar              | planned     | talkFile       | yes yes 404 404 404 404 404 404 404 in  404 in
say that it was held                  | planned     | hold           | yes yes 404 404 404 404 404 404 404 in  404 in
take a planned talk away              | planned     | cancel         | yes yes no  no  no  no  no  no  no  in  no  in
want a record                         | held        | begin          | yes 403 404 404 404 404 404 404 404 401 404 401
read a draft                          | draft       | recordPage     | yes yes 404 404 404 404 404 404 404 in  404 in
edit a draft                          | draft       | save           | yes yes 404 404 404 404 404 404 404 401 404 401
edit the own words of the employee    | draft       | saveOwn        | yes 403 404 404 404 404 404 404 404 401 404 401
approve first                         | draft       | agree          | 409 yes 404 404 404 404 404 404 404 401 404 401
approve last                          | leadAgreed  | agreeLast      | yes no  404 404 404 404 404 404 404 401 404 401
read an agreed record                 | agreed      | recordPage     | yes yes 404 404 404 404 404 404 404 in  404 in
read one that is shared with HR       | shared      | recordPage     | yes yes 404 yes 404 404 404 404 404 in  404 in
read what is changed in it            | rewritten   | newerWords     | yes yes 404 no  404 404 404 404 404 in  404 in
edit what is shared                   | rewritten   | saveNewer      | yes yes 404 403 404 404 404 404 404 401 404 401
begin another version                 | agreed      | newVersion     | yes yes 404 404 404 404 404 404 404 401 404 401
drop a version the lead began         | rewritten   | dropVersion    | yes yes 404 403 404 404 404 404 404 401 404 401
object                                | agreed      | object         | yes 403 404 404 404 404 404 404 404 401 404 401
share                                 | agreed      | share          | yes 403 404 404 404 404 404 404 404 401 404 401
end a share                           | shared      | endShare       | yes 403 404 403 404 404 404 404 404 in  404 in
ask for a key to wrap for             | shared      | keyToWrapFor   | yes yes 404 404 404 404 404 404 404 401 404 401
let the lead read again               | leadLostKey | rewrap         | yes 403 404 404 404 404 404 404 404 401 404 401
let the employee read again           | emLostKey   | rewrap         | 403 yes 404 404 404 404 404 404 404 401 404 401
write over the key the other reads by | agreed      | rewrap         | 409 409 404 404 404 404 404 404 404 401 404 401
see what taking back does             | agreed      | withdrawPage   | yes 404 404 404 404 404 404 404 404 in  404 in
take back                             | shared      | withdraw       | yes 404 404 404 404 404 404 404 404 in  404 in
see that it was taken back            | withdrawn   | recordSign     | yes yes 404 404 404 404 404 404 404 in  404 in
read in the log what the employee did | shared      | logOfEmployee  | yes no  404 no  404 404 404 404 404 in  404 in
read in the log what the lead did     | shared      | logOfLead      | yes yes 404 no  404 404 404 404 404 in  404 in
read everything about the employee    | shared      | ownPage        | yes no  no  no  no  no  no  no  no  in  no  in
take everything along                 | shared      | ownFile        | yes no  no  no  no  no  no  no  no  in  no  in
take back all at once                 | shared      | ownErase       | yes no  no  no  no  no  no  no  no  in  no  in
see the locked key of the employee    | nothing     | keyPage        | yes no  no  no  no  no  no  no  no  in  no  in
read a plan on its own page           | planForLead | planPage       | yes no  no  no  no  no  no  no  no  in  no  in
read a plan that is open to nobody    | planForMe   | planOfOther    | 404 404 404 404 404 404 404 404 404 in  404 in
read a plan that is open to the lead  | planForLead | planOfOther    | 404 yes 404 404 404 404 404 404 404 in  404 in
read one open to lead and HR          | planForBoth | planOfOther    | 404 yes 404 yes 404 404 404 404 404 in  404 in
write over a plan                     | planForLead | planSave       | yes 409 409 409 409 409 409 409 409 in  409 in
destroy a plan                        | planForBoth | planDestroy    | yes no  no  no  no  no  no  no  no  in  no  in
find a talk in the list               | teamTalk    | teamTalkList   | yes yes no  no  no  no  no  no  no  in  yes in
read a talk of a team                 | teamTalk    | teamTalkPage   | yes yes 404 404 404 404 404 404 404 in  yes in
put it in a calendar                  | teamTalk    | teamTalkFile   | yes yes 404 404 404 404 404 404 404 in  yes in
call it off                           | teamTalk    | teamTalkCancel | 403 yes 404 403 403 403 403 403 403 in  yes in
plan a talk with that team            | nothing     | teamTalkPlan   | 403 yes 409 403 403 403 403 403 403 in  yes in
read an agreement to end it           | agreement   | agreementPage  | 403 yes 404 403 403 403 403 403 403 in  yes in
end an agreement                      | agreement   | agreementEnd   | 403 yes 404 403 403 403 403 403 403 in  yes in
prepare a talk with that team         | nothing     | prepare        | 403 yes 404 403 403 403 403 403 403 in  yes in
read the board                        | boardLine   | board          | yes yes yes yes yes yes yes yes yes in  yes in
open a line of the board to change it | boardLine   | boardLinePage  | 403 403 403 yes 403 yes 403 403 403 in  403 in
write on the board                    | nothing     | boardAdd       | 403 403 403 yes 403 yes 403 403 403 in  403 in
change the board                      | boardLine   | boardChange    | 403 403 403 yes 403 yes 403 403 403 in  403 in
take a line off the board             | boardLine   | boardRemove    | 403 403 403 yes 403 yes 403 403 403 in  403 in
read the figures                      | nothing     | figures        | yes yes yes yes yes yes 403 yes yes in  yes in
take the figures as a file            | nothing     | figuresFile    | yes yes yes yes yes yes 403 yes yes in  yes in
follow the cycle                      | nothing     | cycle          | yes yes yes yes yes yes 403 yes yes in  yes in
`

/** One line of the table: what is done, and how it ends for everybody. */
export type Line = { sentence: string; thing: string; deed: string; outcomes: Record<Column, string> }

export const lines: readonly Line[] = table
  .trim()
  .split('\n')
  .slice(1)
  .map(line => {
    const [sentence, thing, deed, outcomes] = line.split('|').map(part => part.trim())
    const each = outcomes!.split(/\s+/)
    const pairs = columns.map((column, place) => [column, each[place]!])
    return { sentence: sentence!, thing: thing!, deed: deed!, outcomes: Object.fromEntries(pairs) }
  })
