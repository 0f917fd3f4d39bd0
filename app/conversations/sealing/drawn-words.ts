import type { Language } from '~/people/rules'

// Everyday words for a passphrase that nobody has to think up. 256 in each language: one byte of chance chooses one.

const dutch = `
anker appel avond azuur baken balk ballon bamboe banaan bank baron basis beek beer bever bezem bij blad blauw bliksem
bloem boek boer bomen boog boot bord borstel bos boter brief bril broek brood brug buik bus cactus cirkel citroen club
dak dal dans das deken deur dier dijk doek dolfijn dorp draak draad droom druif duif duin eend egel eik eiland emmer
engel ezel fabel fakkel feest fiets film fles fluit fontein forel fornuis gans garen gebouw geel geit geluk gember
gezin gitaar glas goud graan gras groen grot haai haan haas hagel hak hal hamer hand haven hek helm herfst hert heuvel
hoed hond honing hoorn hotel hout huis iglo inkt jas jeugd juni kaars kaas kachel kade kameel kamer kaneel kapper kast
kat kegel kelder kers ketel kiwi klaver kleur klok knie knoop koe koek koffer kool koper kraan krant kroon kruik kudde
kus kust laars lade lamp land lente lepel leeuw lijm linde lint lucht maan mand markt mast meer melk merel meubel
molen mond mug muis munt muur muts muziek naald nacht nest neus noord noot oase oever olifant oma oogst oor orkest
otter oven paard paars pad palm pan panda papier parel park peer pen piano pijl pinda plant plein poes pop poort prijs
pruim raam radio raket regen riem rijst ring rivier rok roos rots rug sap schaap schip school schoen slak slee sleutel
sneeuw soep spiegel spin spoor ster stoel stof storm straat strand suiker tafel tand tapijt tent thee tijger toren
touw trap trein trom tuin tulp`

const english = `
acorn actor amber anchor ankle apple apron arch arrow attic autumn badge baker bamboo banjo barn basket beach beacon
bean bear beaver bell bench berry bike birch bird blanket blue boat bonnet book boot bottle bowl box branch brass
bread brick bridge broom brush bucket button cabin cable cactus cake camel candle canoe canyon cape carpet carrot
castle cat cedar chair chalk cherry chess circle city clay cliff clock cloud clover coal coast cobra coffee coin comet
copper coral cork cotton cow crab cradle crane crown crystal cup curtain daisy dance deer desert desk dog dolphin
donkey door dove dragon dream drum duck dune eagle earth echo egg elbow ember engine falcon farm feather fence fern
ferry field fig finch fire fish flag flame flute foam fog forest fork fox frog garden garlic gate ghost ginger giraffe
glass globe glove goat gold goose grape grass green guitar hammer harbour hat hawk hazel heart hedge hen hill honey
hook horse hotel house ice ink iron island ivory jacket jam jar jelly juice kettle key kite kitten knot ladder lake
lamp lantern leaf lemon letter lily lime lion lizard lobster log lunch maple marble market mask meadow melon milk mint
mirror moon moss mountain mouse mule museum needle nest night north nut oak oasis ocean olive onion orange orchid
otter oven owl paint palm panda paper park parrot peach pear pearl pebble pencil pepper piano pillow pine planet plum
pocket poem pony poppy pumpkin puzzle quilt rabbit radio rain raven ribbon rice river road robin rocket roof rose`

const french = `
abeille acier agneau aigle aile amande ami ancre ange anneau arbre arc argent armoire atelier aube avion avoine bague
balai balcon balle bambou banane banc barque bassin bateau berger beurre biche bijou billet blanc bocal bois bonbon
botte bouche bougie boule bouton bras brique brise brosse brume bulle cabane cactus cadre caisse camion canal canard
canoe carafe carotte carte casque castor cave cerf cerise chaise chalet chameau chant chapeau chat chemin cheval chien
ciel cigale citron clou cochon colline colombe comptoir conte coq coquille corail corde coton coude couleur coupe
cousin crabe crayon cuivre cygne dame danse dauphin dinde doigt domino dragon drap dune eau encre enfant escalier
espace essence facteur farine faucon femme fenouil ferme feuille figue fil fille fleur fleuve flocon fontaine forge
four fraise framboise fromage fruit fumet gant garage gare gazon genou girafe givre glace gomme goutte graine grange
griffe grotte guitare hamac haricot hibou hiver homme horloge huile igloo image jambe jardin jaune jeudi jouet jour
journal juge jupe kiwi laine lait lampe langue lapin larme lavande lettre lierre ligne lilas lion livre loup lune
lundi maison malle mangue marbre marche mardi marin marron masque matin melon menthe mer merle miel miroir montagne
moulin mouton mur musique nappe navire neige nid noix nord nuage nuit oasis olive ombre oncle orange orage oreille
orge ours outil palmier panda panier papier parc parfum pastel patte peintre perle phare piano pierre pigeon pin
piscine plage plante plume pluie poche poire poisson poivre pomme pont porte poule prairie prune puits radeau radio
raisin rame renard`

/** Words of a drawn passphrase: 48 bits, and every guess takes `stretching` rounds. @source decision 15 */
export const drawnWords = 6

const lists: Record<Language, readonly string[]> = {
  nl: dutch.trim().split(/\s+/),
  en: english.trim().split(/\s+/),
  fr: french.trim().split(/\s+/),
}

/** Returns the words that passphrases in this language are drawn from. */
export const wordsOf = (language: Language): readonly string[] => lists[language]

/** Writes a passphrase of a word for each byte of chance. */
export const passphraseOf = (chance: Uint8Array, language: Language): string =>
  Array.from(chance, byte => lists[language][byte]).join(' ')
