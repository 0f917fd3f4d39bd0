/** Invented remarks, as people might type them between two calls. */
export const remarks: Record<'nl' | 'fr', readonly string[]> = {
  nl: [
    'De kennisassistent geeft soms een verouderd antwoord. Wie past dat aan?',
    'Graag eerder weten wanneer de proef naar ons team komt.',
    'Fijn dat er nu antwoord komt op vragen. Houd dat vast.',
    'Pauzes schieten er op maandag bij in.',
    'Ik wil best leren, maar dan wel in werktijd.',
    'De chatbot stuurt boze klanten naar ons door. Dat kost tijd.',
    'Zeg gewoon eerlijk of er banen verdwijnen.',
    'De training was goed. Ik wil graag een vervolg.',
    'Wij horen pas iets als het al besloten is.',
    'Samenvattingen na een gesprek schelen mij echt werk.',
    'Laat de werkgroep ook eens in de avonddienst komen.',
    'Het rooster is krap, en dan komt dit er nog bij.',
    'Ik durf het in ons team wel te zeggen. Hogerop niet.',
    'Waarom krijgen we de cijfers van de proef niet te zien?',
    'De update van vorige week was duidelijk. Dank.',
    'Mijn ervaring met lastige klanten telt nergens mee.',
    'Eerst het telefoniesysteem op orde, dan pas AI.',
    'Ik ben benieuwd, maar ook moe.',
    'Graag uitleg zonder Engelse woorden.',
    'De OR doet goed werk hierin.',
    'Test het eerst met ons en dan pas met klanten.',
    'Belofte over de uren voor de werkgroep is nog niet waar.',
    'Meer tijd per klant zou alles beter maken.',
    'Goed dat je een vraag mag overslaan.',
    'Wat gebeurt er met de gesprekken die worden opgenomen?',
    'Ik zie nu beter wat het wel en niet kan.',
  ],
  fr: [
    'L’assistant répond trop souvent en néerlandais. C’est gênant devant le client.',
    'Merci pour les réponses après la dernière vague.',
    'Nous voulons être formés pendant les heures de travail.',
    'Dites-nous franchement ce que devient notre équipe.',
    'Le bot nous envoie des clients déjà fâchés.',
    'Les pauses sont trop courtes le lundi.',
    'J’aimerais tester l’outil avant tout le monde.',
    'On nous écoute un peu plus qu’avant.',
  ],
}

type Said = { heard: string; willDo: string; willNotDo: string }

/** What the invented board answered, round by round: a year in which it slowly learns to answer. */
export const responses: readonly Said[] = [
  {
    heard:
      'Veel mensen weten niet wat AI in hun werk gaat doen. En velen geloven ons niet als wij zeggen dat het meevalt.',
    willDo: 'Wij schrijven per team op welke taken veranderen en welke niet. Dat staat binnen vier weken op papier.',
    willNotDo: 'Wij beloven niet dat alles blijft zoals het is. Dat weten wij niet, dus zeggen wij het niet.',
  },
  {
    heard: 'Jullie missen uitleg. En de avonddienst hoort alles als laatste.',
    willDo: 'Elke update komt voortaan ook om 20.00 uur, met tijd voor vragen.',
    willNotDo: 'Wij sturen geen wekelijkse nieuwsbrief. Die werd niet gelezen.',
  },
  {
    heard: 'De werkdruk op maandag is te hoog. Pauzes vallen uit.',
    willDo: 'Vanaf volgende maand staan er op maandag vier mensen meer in het rooster.',
    willNotDo: 'Wij halen de wachttijd niet uit de doelen. Klanten bellen ons daar te veel over.',
  },
  {
    heard: 'Er is iets gedaan met ideeën, maar bijna niemand wist dat.',
    willDo: 'Elk idee krijgt binnen tien werkdagen ja, nee of later, met de reden erbij.',
    willNotDo: 'Wij zetten geen namen bij ideeën. Dat vroegen jullie zelf.',
  },
  {
    heard: 'Fouten melden voelt niet veilig. Dat horen wij voor de tweede keer.',
    willDo: 'Een melding gaat niet meer via de teamleider. De vertrouwenspersoon van de OR leest mee.',
    willNotDo: 'Wij straffen een late melding niet. Dus komt er ook geen termijn.',
  },
  {
    heard: 'Slecht nieuws over AI krijgen jullie niet te horen, zeggen jullie. Dat klopte.',
    willDo: 'De cijfers van de proef staan nu elke week op het bord, ook als ze tegenvallen.',
    willNotDo: 'Wij delen de prijs van de leverancier niet. Dat staat in het contract.',
  },
  {
    heard: 'Kritiek komt boven aan, maar verdwijnt daar. Ook de teamleiders merken dat.',
    willDo: 'De directie zit elke maand een uur bij een team. De afspraken hangen daarna aan de muur.',
    willNotDo: 'Wij nemen die gesprekken niet op.',
  },
  {
    heard: 'De uren voor de werkgroep staan wel op papier, maar niet in het rooster.',
    willDo: 'Planning zet de acht uur vast. Wie ze toch kwijtraakt, meldt dat bij HR en krijgt ze terug.',
    willNotDo: 'Wij maken de werkgroep niet groter. Twaalf mensen is genoeg om te beslissen.',
  },
  {
    heard: 'Meer mensen snappen wat AI wel en niet kan. De Franstalige lijn blijft achter.',
    willDo: 'De training komt ook in het Frans, in werktijd, vóór de proef daar begint.',
    willNotDo: 'Wij starten de proef in Mechelen niet eerder dan die training klaar is.',
  },
  {
    heard: 'De kennisassistent geeft nog te vaak een oud antwoord.',
    willDo: 'De werkgroep kiest de grens: onder 95 van de 100 goede antwoorden gaat de proef niet verder.',
    willNotDo: 'Wij schuiven die grens niet op, ook niet als de planning knelt.',
  },
  {
    heard: 'Er is meer vertrouwen dan een jaar geleden, maar nog lang niet bij iedereen. De nacht ziet ons te weinig.',
    willDo: 'De directie draait vóór de zomer twee nachtdiensten mee. De data staan in het rooster.',
    willNotDo: 'Wij vragen teams niet om een hoger cijfer. Het cijfer is van jullie.',
  },
]
