// Words about things that have no place in a record, in the three languages of the interface and without accents. A
// star stands for any ending; words that mean something else more often than not are left out.

/** The kinds that are looked for; every language has a sentence for each. @source conversations.md, "May not" */
export const softKinds = [
  'health',
  'sickLeave',
  'pregnancy',
  'medication',
  'union',
  'religion',
  'origin',
  'privateLife',
  'rating',
] as const
export type SoftKind = (typeof softKinds)[number]

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map(phrase => phrase.trim())
    .filter(phrase => phrase !== '')

/** What is looked for, by kind. */
export const softPhrases: Readonly<Record<SoftKind, readonly string[]>> = {
  health: listed(`
    ziek, zieke, zieken, zieker, ziekte*, ziekenhuis*, ziekelijk, gezondheid*, huisarts*, bedrijfsarts*, dokter*, psycholo*,
    psychiat*, therap*, depress*, burn out*, burnout*, bore out, overspannen, stressklacht*, paniekaanval*, angststoornis*,
    adhd, autis*, kanker*, migraine*, rugklacht*, hernia*, diabet*, suikerziekte, epilep*, handicap*, beperking*, medisch*,
    diagnos*, geopereerd, chirurg*, zelfmoord*, suicid*, trauma*,
    sick, sickness, ill, illness*, disease*, health, hospital*, doctor*, medical*, disab*, cancer*, surgery, anxiety,
    panic attack*, mental health,
    malade*, maladie*, sante, medecin*, hopital*, hospitali*, epuisement*, surmenage, medical, medicaux, medicale*, anxiete`),
  sickLeave: listed(`
    ziekmeld*, ziekgemeld*, ziek gemeld, ziek melden, ziekteverlof*, ziekteverzuim*, verzuim*, arbeidsongeschikt*, wia, uwv,
    reintegrati*, re integrati*, mutualiteit*, sick leave, sick note*, sick day*, off sick, called in sick, absenteeism,
    arret maladie, arret de travail, conge maladie, conge* de maladie, incapacite de travail, mutuelle*, absenteisme`),
  pregnancy: listed(`
    zwanger*, in verwachting, bevalling*, kraamzorg, miskraam*, kinderwens*, ivf, ouderschapsverlof*, geboorteverlof*,
    pregnan*, maternity*, paternity*, parental leave, miscarriage*, fertility*,
    enceinte*, grossesse*, accouche*, fausse couche*, conge* de maternite, conge* de paternite, conge parental, maternite`),
  medication: listed(`
    medicijn*, medicatie*, pillen, pijnstiller*, slaapmiddel*, slaappil*, antidepress*, insulin*, ritalin*, chemo*,
    medication*, medicine*, painkiller*, sleeping pill*, antibioti*, medicament*, somnifere*, antidouleur*, traitement medical`),
  union: listed(`
    vakbond*, vakvereniging*, vakbew*, fnv, cnv, acv, abvv, aclvb, ondernemingsraad*, or lid, or leden, or werk, staking*,
    stakers, kaderlid, kaderleden, trade union*, union, unions, unioni*, works council*, shop steward*,
    syndica*, fgtb, csc, cgslb, cfdt, cgt, delegue*, conseil d entreprise, comite d entreprise, greviste*, en greve`),
  religion: listed(`
    gelovig*, geloofs*, mijn geloof, haar geloof, zijn geloof, jouw geloof, godsdienst*, religi*, moslim*, islam*, christen*,
    joods*, jood, joden, hindoe*, katholiek*, protestant*, kerk, kerken, kerkelijk*, moskee*, synago*, ramadan*, suikerfeest,
    hoofddoek*, gebedsruimte*, bidden, muslim*, christian*, jewish, hindu*, catholi*, church*, mosque*, headscar*, hijab*,
    prayer*, musulman*, chretien*, juif*, juive*, eglise*, mosquee*, foulard*, priere*, athee*, atheis*`),
  origin: listed(`
    afkomst, etnisch*, etniciteit*, nationaliteit*, huidskleur*, allochto*, migrant*, migratieachtergrond*, immigr*,
    buitenlander*, vluchteling*, asielzoeker*, marokkaan*, turk, turken, surinamer*, antilliaan*, raciaal*, racis*,
    ethnic*, nationality, nationalities, skin colour, skin color, refugee*, asylum*, racial*, foreigner*,
    origine ethnique, nationalite*, couleur de peau, etranger*, refugie*, demandeur* d asile, marocain*, turc, turque, algerien*`),
  privateLife: listed(`
    prive, priveleven, privesituatie*, thuissituatie*, echtscheid*, gescheiden, huwelijk*, trouwplannen, mijn man, haar man,
    mijn vrouw, zijn vrouw, mijn partner, vriendin, vriendje, mijn kind, mijn kinderen, haar kinderen, zijn kinderen,
    mijn zoon, mijn dochter, mantelzorg*, schulden, schuldhulp*, verslav*, alcohol*, drugs, homoseks*, lesbi*, transgender*,
    seksue*, verliefd*, private life, divorc*, husband, wife, boyfriend, girlfriend, my child*, my kid*, my son, my daughter,
    her child*, his child*, addict*, debts, sexual*, lgbt*, vie privee, divorce*, mon mari, son mari, ma femme, sa femme,
    mes enfants, ses enfants, mon fils, ma fille, dettes, sexuel*, homosexuel*, amoureu*`),
  rating: listed(`
    beoordel*, functioneringsgesprek*, functioneert, disfunction*, onvoldoende, prestatie*, presteert, presteren,
    ongeschikt, ongemotiveerd, lui, luie, incompeten*, onbekwaam, waarschuwingsbrief, dossieropbouw, personeelsdossier*,
    appraisal*, rating*, underperform*, performance, lazy, unmotivated, unfit, warning letter, poor performer*,
    evaluation*, notation*, insuffisan*, insatisfaisan*, paresseu*, inapte, demotive*, avertissement*, sous performant*`),
}
