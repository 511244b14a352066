/** The page of a contract, in the language of the typesetter. Its data are a `DocumentContrat`. */
export const gabaritContrat = `
#let donnees = json("/data.json")
#set document(title: donnees.titre, author: donnees.departement, date: none)
#set text(lang: "fr", region: "FR", size: 10.5pt, font: ("Atkinson Hyperlegible", "Libertinus Serif", "DejaVu Sans Mono"), fallback: false)
#set par(justify: false, leading: 0.6em, spacing: 0.95em)
#set list(marker: [–], indent: 3mm, body-indent: 3mm, spacing: 0.7em)
#set page(paper: "a4", margin: (top: 18mm, bottom: 18mm, left: 20mm, right: 20mm), footer: context {
  set text(size: 8.5pt, fill: luma(30%))
  grid(columns: (1fr, auto), donnees.reference, [Page #counter(page).display() sur #counter(page).final().first()])
})
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading: set block(above: 1.3em, below: 0.7em)

#text(size: 9.5pt, fill: luma(30%), donnees.departement)
#heading(level: 1, donnees.titre)

#grid(columns: (22mm, 1fr), row-gutter: 0.7em,
  ..donnees.parties.map(une => (text(fill: luma(30%), une.libelle), strong(une.valeur))).flatten())

== Objectifs
#list(..donnees.objectifs)

== Plan d’action
#table(
  columns: (1fr, 42mm, 34mm, 13mm, 22mm),
  stroke: (x, y) => (bottom: 0.5pt + luma(70%)),
  inset: (x: 2pt, y: 5pt),
  align: left,
  table.header(..("Action", "Nature", "Forme", "Heures", "Jusqu’au").map(une => text(size: 9pt, weight: "bold", une))),
  ..donnees.actions.flatten().map(cellule => text(size: 9.5pt, cellule)),
)
#if donnees.heures != none { par(donnees.heures) }

#for engagement in donnees.engagements {
  heading(level: 2, engagement.titre)
  list(..engagement.lignes)
}

== Bilans
#donnees.bilans

== Droits et recours
#for phrase in donnees.droits { par(text(size: 9.5pt, phrase)) }

== Signatures
#grid(columns: donnees.signatures.map(une => 1fr), column-gutter: 8mm,
  ..donnees.signatures.map(une => block(breakable: false, width: 100%, {
    strong(une.qui)
    linebreak()
    text(size: 9pt, une.quand)
    v(2mm)
    if une.dessin != none {
      box(height: 20mm, width: 100%, image(bytes(une.dessin), format: "svg", height: 20mm, width: 100%, fit: "contain", alt: "Signature : " + une.qui))
    }
  })))

#v(1fr)
#block(width: 100%, inset: (top: 2mm), stroke: (top: 0.5pt + luma(60%)), text(size: 8.5pt, donnees.texte))
`;
